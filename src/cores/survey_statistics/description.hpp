#pragma once
// The small JSON file beside the answers: how the sample was drawn, which items and scales there are, what the weights are to
// be fitted to. docs/api/survey.md shows one.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/survey_statistics/sample.hpp"

namespace lenkwerk::survey_statistics {

struct StageColumns {
    std::string unit;
    std::string stratum;
    std::string population;
};

struct ScalePoint {
    std::string value;
    std::string label;
    bool counted = true;  // false: "do not use", "don't know": an answer, but not on the scale
};

// An item is a scale (answers are its points) or, without points, a number.
struct Item {
    std::string name;
    std::string label;
    std::vector<ScalePoint> scale;
    std::vector<std::string> agreed;  // values whose share is what is reported; empty: the mean
};

struct PopulationMargin {
    std::string factor;
    std::vector<std::pair<std::string, double>> levels;
};

struct WeightingPlan {
    std::vector<std::string> nonresponse;   // factors that form the classes
    std::vector<PopulationMargin> margins;  // one: post-stratification; several: raking
    std::optional<double> trim;             // upper bound, in multiples of the median weight
};

enum class Selection { probability, self_selected };
enum class ReplicateKind { none, jackknife, bootstrap };

struct SurveyDescription {
    std::string title;
    Selection selection = Selection::probability;
    std::vector<StageColumns> stages;
    std::string weights;
    LonelyStratum lonely = LonelyStratum::refuse;
    ReplicateKind replicates = ReplicateKind::none;
    std::size_t replicate_count = 200;
    std::uint64_t seed = 1;
    std::string responded_column;  // empty: every row answered
    std::string responded_value;
    std::vector<std::string> missing = {"", "NA"};
    std::vector<Item> items;
    std::vector<std::string> factors;
    WeightingPlan weighting;
};

// Refuses survey.description.not_json (line, column), .member_missing, .member_invalid and .member_unknown, each with the
// path of the member as field. `file` is the name that the sentences mention.
Outcome<SurveyDescription> read_description(std::string const& json, std::string const& file);

}  // namespace lenkwerk::survey_statistics
