#pragma once
// Are two categories related? Tests that know the design: Rao and Scott (1984) and the Wald tests.
#include "cores/survey_statistics/domains.hpp"

namespace lenkwerk::survey_statistics {

struct CrossTable {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    Matrix totals;  // weighted
};
CrossTable cross_table(ProbabilitySample const& sample, Factor const& rows, Factor const& columns);

// second_order: Pearson's X² over the trace of the design effects, read as F; first_order: over their mean, read as χ².
// wald, adjusted_wald: the distance of the cell totals from independence in units of their covariance.
enum class IndependenceTest { second_order, first_order, wald, adjusted_wald };

struct TestResult {
    double statistic = 0;
    std::vector<double> degrees;  // one for χ², numerator and denominator for F
    double p_value = 1;
};

// Rows with a missing category do not enter the table, but they count in the reference's degrees of freedom and in the
// size to which its X² is scaled; `counted_rows` (rows the reference sees) is what X² is scaled to: 0 means the rows with weight.
// Refuses survey.table.too_small (fewer than two rows or columns present), survey.table.no_degrees, survey.table.singular.
Outcome<TestResult> independence(ProbabilitySample const& sample, Factor const& rows, Factor const& columns,
                                 IndependenceTest test, std::size_t counted_rows = 0);

}  // namespace lenkwerk::survey_statistics
