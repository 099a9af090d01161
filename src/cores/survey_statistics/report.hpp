#pragma once
// Tables of estimates as they may be shown: what the display rules hide is not in them.
#include <optional>
#include <string>
#include <vector>

#include "cores/survey_statistics/display.hpp"
#include "cores/survey_statistics/survey.hpp"

namespace lenkwerk::survey_statistics {

// Empty figures are hidden or undefined; `wording` says which, as a key.
struct ReportRow {
    std::vector<std::string> levels;  // one a factor of the table; empty in the row of all
    std::string point;                // of a distribution: the answer
    std::optional<std::size_t> respondents;
    std::optional<double> value;
    std::optional<double> standard_error;
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> p_value;
    std::optional<double> adjusted_p_value;  // Holm, over the rows of the table
    std::string wording;
};

enum class ReportKind { share, mean, distribution, change, divergence };
std::string_view name(ReportKind kind);

struct Report {
    ReportKind kind = ReportKind::share;
    std::string title;
    std::string item;
    std::string label;
    std::vector<std::string> factors;
    double level = 0.95;
    std::vector<ReportRow> rows;
    std::vector<std::string> notes;
};

struct ReportRequest {
    std::string item;
    std::vector<std::string> by;
    double level = 0.95;
};

// Share or mean of an item, for all and for each combination of the factors, with the display rules and, for tables of one
// or two factors, secondary suppression.
Outcome<Report> estimate_report(RandomSurvey const& survey, ReportRequest const& request);
// The full distribution of an item with a scale, for all.
Outcome<Report> distribution_report(RandomSurvey const& survey, ReportRequest const& request);
// Later less earlier, refuses survey.change.not_two_waves: two independent surveys, or the two waves of one survey whose units may overlap.
Outcome<Report> change_report(RandomSurvey const& earlier, RandomSurvey const& later, ReportRequest const& request);
Outcome<Report> wave_report(RandomSurvey const& survey, std::string const& wave, ReportRequest const& request);
// Each group less the reference group; refuses survey.divergence.unknown_reference.
Outcome<Report> divergence_report(RandomSurvey const& survey, std::string const& group, std::string const& reference,
                                  ReportRequest const& request);

// CSV: one line a row, empty cells where nothing may be shown, notes as lines that begin with #.
std::string to_csv(Report const& report);

}  // namespace lenkwerk::survey_statistics
