#include "cores/survey_statistics/survey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/quantiles.hpp"
#include "cores/survey_statistics/replication.hpp"
#include "cores/survey_statistics/survey_columns.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::string listed(auto const& entries, auto const& name_of) {
    std::string text;
    for (auto const& entry : entries) text += (text.empty() ? "" : ", ") + name_of(entry);
    return text;
}

Outcome<StageDescription> stage_of(AnswerColumns const& columns, StageColumns const& named) {
    StageDescription stage;
    if (!named.unit.empty()) {
        auto codes = columns.codes(named.unit);
        if (!codes) return codes.problems();
        stage.unit = std::move(*codes);
    }
    if (!named.stratum.empty()) {
        auto codes = columns.codes(named.stratum);
        if (!codes) return codes.problems();
        stage.stratum = std::move(*codes);
    }
    if (!named.population.empty()) {
        auto sizes = columns.numbers(named.population);
        if (!sizes) return sizes.problems();
        stage.population = std::move(*sizes);
    }
    return stage;
}

Outcome<ProbabilitySample> sample_of(AnswerColumns const& columns, SurveyDescription const& description) {
    SampleDescription sample{columns.rows(), {}, {}, description.lonely};
    for (auto const& named : description.stages) {
        auto stage = stage_of(columns, named);
        if (!stage) return stage.problems();
        sample.stages.push_back(std::move(*stage));
    }
    if (!description.weights.empty()) {
        auto weights = columns.numbers(description.weights);
        if (!weights) return weights.problems();
        sample.weights = std::move(*weights);
    }
    auto drawn = probability_sample(std::move(sample));
    if (drawn) return drawn;
    auto const first = description.stages.empty() ? StageColumns{} : description.stages.front();
    return columns.placed(
        drawn.problems(),
        {{"weights", description.weights}, {"population", first.population}, {"strata", first.stratum}});
}

Outcome<std::vector<std::uint8_t>> responded(AnswerColumns const& columns, SurveyDescription const& description,
                                             CsvTable const& table) {
    std::vector<std::uint8_t> answered(columns.rows(), 1);
    if (description.responded_column.empty()) return answered;
    auto const column = columns.column(description.responded_column);
    if (!column) return column.problems();
    for (std::size_t row = 0; row < answered.size(); ++row) {
        answered[row] = table.cell(row, *column) == description.responded_value;
    }
    if (std::ranges::count(answered, 1) == 0) {
        return columns.placed(refuse("survey.import.nobody_responded", description.responded_column));
    }
    return answered;
}

double median_of_positive(std::span<double const> weights) {
    std::vector<double> const ones(weights.size(), 1);
    std::vector<double> positive(weights.begin(), weights.end());
    for (auto& weight : positive) {
        if (weight == 0) weight = std::nan("");
    }
    return weighted_quantile(positive, ones, 0.5, QuantileRule::midpoint);
}

// Takes the sample through the plan, one step after the other, and tells what each did.
class Weighting {
public:
    Weighting(AnswerColumns const& columns, SurveyDescription const& description,
              std::map<std::string, Factor> const& factors, ProbabilitySample sample)
        : columns_(columns),
          plan_(description.weighting),
          description_(description),
          factors_(factors),
          sample_(std::move(sample)) {}

    Outcome<ProbabilitySample> run(std::vector<std::uint8_t> const& answered) {
        note("design weights");
        if (auto problems = nonresponse(answered); !problems.empty()) return columns_.placed(problems);
        if (auto problems = replicate(); !problems.empty()) return columns_.placed(problems);
        if (auto problems = fit(); !problems.empty()) return columns_.placed(problems);
        if (auto problems = cut(); !problems.empty()) return columns_.placed(problems);
        return sample_;
    }
    std::vector<WeightingStep> steps;

private:
    void note(std::string what) {
        WeightingStep step{std::move(what), weighting_effect(sample_.weights()).design_effect, 0, 0};
        for (auto const weight : sample_.weights()) {
            if (weight == 0) continue;
            step.smallest = step.smallest == 0 ? weight : std::min(step.smallest, weight);
            step.largest = std::max(step.largest, weight);
        }
        steps.push_back(step);
    }
    Problems nonresponse(std::vector<std::uint8_t> const& answered) {
        if (plan_.nonresponse.empty()) {
            sample_ = sample_.within(answered);
            return {};
        }
        std::vector<Factor> classes;
        for (auto const& name : plan_.nonresponse) classes.push_back(factors_.at(name));
        auto const crossing = crossed(classes, sample_.weights());
        Factor joined{crossing.cell, {}};
        for (auto const& levels : crossing.levels) {
            joined.levels.push_back(listed(levels, [](std::string const& level) { return level; }));
        }
        auto weights = nonresponse_weights(sample_.weights(), joined, answered);
        if (!weights) return weights.problems();
        sample_ = sample_.reweighted(std::move(*weights));
        note("nonresponse within " + listed(plan_.nonresponse, [](std::string const& name) { return name; }));
        return {};
    }
    Problems replicate() {
        if (description_.replicates == ReplicateKind::none) return {};
        auto made = description_.replicates == ReplicateKind::jackknife
                        ? jackknife(sample_)
                        : bootstrap(sample_, description_.replicate_count, description_.seed);
        if (!made) return made.problems();
        sample_ = std::move(*made);
        return {};
    }
    Problems fit() {
        if (plan_.margins.empty()) return {};
        std::vector<Margin> margins;
        for (auto const& known : plan_.margins) {
            Margin margin{known.factor, {}, {}};
            std::vector<std::string> levels;
            for (auto const& [level, figure] : known.levels) {
                levels.push_back(level);
                margin.population.push_back(figure);
            }
            auto factor = columns_.factor(known.factor, levels);
            if (!factor) return factor.problems();
            margin.factor = std::move(*factor);
            margins.push_back(std::move(margin));
        }
        auto fitted = margins.size() == 1 ? post_stratify(sample_, margins.front()) : rake(sample_, margins);
        if (!fitted) return fitted.problems();
        sample_ = std::move(*fitted);
        auto const names = listed(margins, [](Margin const& margin) { return margin.name; });
        note((margins.size() == 1 ? "post-stratified to " : "raked to ") + names);
        return {};
    }
    Problems cut() {
        if (!plan_.trim) return {};
        auto const upper = *plan_.trim * median_of_positive(sample_.weights());
        auto weights = trim({sample_.weights().begin(), sample_.weights().end()}, 0, upper);
        if (!weights) return weights.problems();
        sample_ = sample_.reweighted(std::move(*weights));
        note(fmt::format("cut at {:.6g}", upper));
        return {};
    }

    AnswerColumns const& columns_;
    WeightingPlan const& plan_;
    SurveyDescription const& description_;
    std::map<std::string, Factor> const& factors_;
    ProbabilitySample sample_;
};

std::vector<std::string> method_notes(SurveyDescription const& description, RandomSurvey const& survey) {
    std::vector<std::string> notes;
    notes.push_back(fmt::format("{} people were drawn, {} answered ({:.1f} %).", survey.drawn, survey.responded,
                                100 * static_cast<double>(survey.responded) / static_cast<double>(survey.drawn)));
    for (auto const& step : survey.steps) {
        notes.push_back(
            fmt::format("Weights: {}; they cost a factor {:.3f} of variance (Kish).", step.what, step.effect));
    }
    notes.push_back(description.replicates == ReplicateKind::none
                        ? "Standard errors are linearised under the design; those who did not answer count as outside "
                          "of the domain."
                        : "Standard errors come from replicate weights, each fitted to the same margins.");
    notes.push_back("The finite population correction does not make good for those who did not answer.");
    return notes;
}

// Factors that the description names anywhere.
std::vector<std::string> factor_names(SurveyDescription const& description) {
    auto names = description.factors;
    for (auto const& name : description.weighting.nonresponse) names.push_back(name);
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

Outcome<RandomSurvey> random(SurveyDescription const& description, AnswerColumns const& columns,
                             CsvTable const& table) {
    std::map<std::string, Factor> factors;
    for (auto const& name : factor_names(description)) {
        auto factor = columns.factor(name);
        if (!factor) return factor.problems();
        factors.emplace(name, std::move(*factor));
    }
    auto drawn = sample_of(columns, description);
    if (!drawn) return drawn.problems();
    auto const answered = responded(columns, description, table);
    if (!answered) return answered.problems();
    Weighting weighting(columns, description, factors, std::move(*drawn));
    auto weighted = weighting.run(*answered);
    if (!weighted) return weighted.problems();
    RandomSurvey survey{description.title,  {},
                        std::move(factors), std::move(*weighted),
                        columns.rows(),     static_cast<std::size_t>(std::ranges::count(*answered, 1)),
                        weighting.steps,    {}};
    for (auto const& item : description.items) {
        auto answers = columns.answers(item);
        if (!answers) return answers.problems();
        survey.items.push_back(std::move(*answers));
    }
    survey.notes = method_notes(description, survey);
    return survey;
}

Outcome<SelfSelectedSurvey> self_selected(SurveyDescription const& description, AnswerColumns const& columns) {
    SelfSelectedSurvey survey{description.title, {}, columns.rows()};
    for (auto const& item : description.items) {
        if (auto const checked = columns.answers(item); !checked) return checked.problems();
        auto const column = columns.column(item.name);
        survey.items.emplace_back(item, SelfSelectedAnswers(columns.texts(*column)));
    }
    return survey;
}

}  // namespace

Outcome<Survey> load_survey(SurveyDescription const& description, CsvTable const& answers, std::string const& file) {
    AnswerColumns const columns(answers, description, file);
    if (description.selection == Selection::self_selected) {
        auto survey = self_selected(description, columns);
        if (!survey) return survey.problems();
        return Survey(std::move(*survey));
    }
    auto survey = random(description, columns, answers);
    if (!survey) return survey.problems();
    return Survey(std::move(*survey));
}

Outcome<RandomSurvey> random_survey(Survey survey) {
    if (auto* random = std::get_if<RandomSurvey>(&survey)) return std::move(*random);
    return refuse("survey.import.self_selected");
}

Outcome<ItemAnswers> item_of(RandomSurvey const& survey, std::string const& name) {
    for (auto const& answers : survey.items) {
        if (answers.item.name == name) return answers;
    }
    auto const known = listed(survey.items, [](ItemAnswers const& answers) { return answers.item.name; });
    return refuse("survey.import.unknown_item", name, {{"known", known}});
}

Outcome<Factor> factor_of(RandomSurvey const& survey, std::string const& name) {
    if (auto const found = survey.factors.find(name); found != survey.factors.end()) return found->second;
    auto const known = listed(survey.factors, [](auto const& entry) { return entry.first; });
    return refuse("survey.import.unknown_factor", name, {{"known", known}});
}

}  // namespace lenkwerk::survey_statistics
