#pragma once
// Tables of estimates as they may be shown: what the display rules hide is not in them.
#include <optional>
#include <span>
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
    std::optional<double> design_effect;  // against a simple random sample with replacement
    std::optional<double> p_value;
    std::optional<double> adjusted_p_value;  // Holm, over the rows of the table
    std::string wording;
};

enum class ReportKind { share, mean, total, ratio, quantile, distribution, change, divergence };
std::string_view name(ReportKind kind);

// A test of the whole table: do the groups differ at all?
struct ReportTest {
    std::string name;
    double statistic = 0;
    std::vector<double> degrees;
    double p_value = 1;
};

struct Report {
    ReportKind kind = ReportKind::share;
    std::string title;
    std::string item;
    std::string label;
    std::vector<std::string> factors;
    double level = 0.95;
    std::vector<ReportRow> rows;
    std::vector<std::string> notes;
    std::vector<ReportTest> tests = {};
    bool is_of_shares = false;  // figures are shares, or differences of shares
};

// The item's share or mean; its total; its ratio to another item; a quantile (of the places on its scale, if it has one).
enum class Figure { item, total, ratio, quantile };

struct ReportRequest {
    std::string item;
    std::vector<std::string> by;
    double level = 0.95;
    Figure figure = Figure::item;
    std::string per = {};                         // of a ratio
    double probability = 0.5;                     // of a quantile
    std::optional<ProportionMethod> method = {};  // of a share's interval; empty: Korn and Graubard, also at 0 and 1
};

// A figure of an item for all and for each combination of the factors, with the display rules and secondary suppression.
Outcome<Report> estimate_report(RandomSurvey const& survey, ReportRequest const& request);
// The full distribution of an item with a scale, for all and for each combination of the factors; refuses
// survey.report.no_scale.
Outcome<Report> distribution_report(RandomSurvey const& survey, ReportRequest const& request);
// Later less earlier, refuses survey.change.not_two_waves and survey.change.scales_differ: two independent surveys, or the two waves of one survey whose units may overlap.
Outcome<Report> change_report(RandomSurvey const& earlier, RandomSurvey const& later, ReportRequest const& request);
Outcome<Report> wave_report(RandomSurvey const& survey, std::string const& wave, ReportRequest const& request);
// Each group less the reference group, with a test of whether the groups differ at all: of their distributions (Rao and Scott)
// where the item has a scale, and of their ranks; refuses survey.divergence.unknown_reference.
Outcome<Report> divergence_report(RandomSurvey const& survey, std::string const& group, std::string const& reference,
                                  ReportRequest const& request);

// CSV: one line a row, empty cells where nothing may be shown, notes as lines that begin with #. Several reports over the
// same factors are one table; what is noted of all of them stands once.
std::string to_csv(std::span<Report const> reports);
inline std::string to_csv(Report const& report) { return to_csv({&report, 1}); }

}  // namespace lenkwerk::survey_statistics
