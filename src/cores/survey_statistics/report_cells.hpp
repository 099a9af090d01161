#pragma once
// The cells of a table of estimates, each with what the display rules say of it.
#include "cores/survey_statistics/report.hpp"

namespace lenkwerk::survey_statistics {

struct ReportCell {
    std::vector<std::string> levels;  // one a factor; empty: all
    Proportion estimate;              // value, variance, answers, degrees of freedom of whatever is reported
    std::optional<Interval> interval;
    std::optional<double> design_effect;
    Decision decision = Decision::show;
};

// What a figure of this item is computed from: one number a row.
struct ReportItem {
    ItemAnswers answers;
    std::optional<ItemAnswers> denominator;  // of a ratio
    bool is_share = false;
};
// Refuses survey.import.unknown_item.
Outcome<ReportItem> report_item(RandomSurvey const& survey, ReportRequest const& request);

Outcome<ReportCell> cell_of_all(ProbabilitySample const& sample, ReportItem const& item, ReportRequest const& request);
// One a combination of the factors in which somebody answered, with secondary suppression; figures that are undefined are marked.
std::vector<ReportCell> cells_by(ProbabilitySample const& sample, std::vector<Factor> const& factors,
                                 ReportItem const& item, ReportRequest const& request);

ReportRow row_of(ReportCell const& cell);

}  // namespace lenkwerk::survey_statistics
