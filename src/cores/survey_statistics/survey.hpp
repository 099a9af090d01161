#pragma once
// A survey as its files tell it: answers, items, factors, and (for a random sample) the weighted sample.
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "cores/survey_statistics/csv.hpp"
#include "cores/survey_statistics/description.hpp"
#include "cores/survey_statistics/domains.hpp"
#include "cores/survey_statistics/self_selected.hpp"

namespace lenkwerk::survey_statistics {

struct ItemAnswers {
    Item item;
    std::vector<double> value;  // the number, or 1 (agreed) and 0 for an item with a share, or the place on the scale
    Factor points;              // of an item with a scale: the counted points
};

// One line about what weighting did.
struct WeightingStep {
    std::string what;
    double effect = 1;  // Kish's design effect of the weights after it
    double smallest = 0;
    double largest = 0;
};

struct RandomSurvey {
    std::string title;
    std::vector<ItemAnswers> items;
    std::map<std::string, Factor> factors;
    ProbabilitySample sample;  // nonrespondents with weight 0, or rows outside of the answers left as a domain
    std::size_t drawn = 0;
    std::size_t responded = 0;
    std::vector<WeightingStep> steps;
    std::vector<std::string> notes;  // how the figures were computed
};

struct SelfSelectedSurvey {
    std::string title;
    std::vector<std::pair<Item, SelfSelectedAnswers>> items;
    std::size_t people = 0;
};

using Survey = std::variant<RandomSurvey, SelfSelectedSurvey>;

// All refusals name file, line and column: survey.import.unknown_column, survey.import.not_a_number,
// survey.import.value_undeclared, survey.import.level_undeclared, survey.import.nobody_responded, and what the design and
// the weighting refuse. `file` is the name of the answers that sentences mention.
Outcome<Survey> load_survey(SurveyDescription const& description, CsvTable const& answers, std::string const& file);

// The random survey, or survey.import.self_selected.
Outcome<RandomSurvey> random_survey(Survey survey);

// The item (factor) of this name, or survey.import.unknown_item (unknown_factor) with those that there are.
Outcome<ItemAnswers> item_of(RandomSurvey const& survey, std::string const& name);
Outcome<Factor> factor_of(RandomSurvey const& survey, std::string const& name);

}  // namespace lenkwerk::survey_statistics
