#pragma once
// The small JSON file beside the answers: how the sample was drawn, which items and scales there are, what the weights are to
// be fitted to. docs/api/survey.md shows one.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/survey_statistics/sample.hpp"
#include "cores/survey_statistics/weighting.hpp"

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

// Margins and totals met at once instead of margin by margin.
struct CalibrationPlan {
    CalibrationOptions options;
    std::vector<std::pair<std::string, double>> totals;  // of columns that hold numbers
};

struct WeightingPlan {
    std::vector<std::string> nonresponse;        // factors that form the classes
    std::vector<PopulationMargin> margins;       // one: post-stratification; several: raking
    std::optional<CalibrationPlan> calibration;  // then it meets the margins
    std::optional<double> trim;                  // upper bound, in multiples of the median weight
};

enum class Selection { probability, self_selected };
enum class ReplicateKind { none, jackknife, bootstrap, balanced, given };

// Replicate weights that stand in the answers; V = scale · Σ_r part_r · (θ_r − centre)².
struct GivenReplicates {
    std::vector<std::string> columns;
    std::string prefix;           // or all columns whose names begin so
    bool combined = true;         // false: a column holds factors of the row's weight
    std::optional<double> scale;  // otherwise as the method has it
    std::vector<double> parts;    // one a column; empty: 1 each
    enum class Method { bootstrap, balanced, fay, jackknife, other } method = Method::other;
    ReplicateCentre centre = ReplicateCentre::mean_of_replicates;
};

struct SurveyDescription {
    std::string file;  // where it stands, for sentences about it
    std::string text;
    std::string title;
    Selection selection = Selection::probability;
    std::vector<StageColumns> stages;
    std::string weights;
    LonelyStratum lonely = LonelyStratum::refuse;
    ReplicateKind replicates = ReplicateKind::none;
    std::size_t replicate_count = 200;
    std::uint64_t seed = 1;
    double fay = 0;  // of balanced replication
    GivenReplicates given;
    std::string responded_column;  // empty: every row answered
    std::string responded_value;
    std::vector<std::string> missing = {"", "NA"};
    std::vector<Item> items;
    std::vector<std::string> factors;
    WeightingPlan weighting;
};

// Refuses survey.description.not_json, .member_missing, .member_invalid and .member_unknown, each with file, line and column and
// the path of the member as field. `file` is the name that the sentences mention.
Outcome<SurveyDescription> read_description(std::string const& json, std::string const& file);

// File, line and column of the member to which `steps` lead.
MessageArguments place_in(SurveyDescription const& description, std::vector<std::string> const& steps);

}  // namespace lenkwerk::survey_statistics
