#pragma once
// What the display rules need of every domain beside its estimate, found in one pass over the rows.
#include "cores/survey_statistics/domains.hpp"

namespace lenkwerk::survey_statistics {

// Refuses survey.domains.too_many: more combinations than a table takes, or than their covariance can be held for.
inline constexpr std::size_t kMostDomains = 5000;
Problems check_domains(std::vector<Factor> const& factors, std::size_t rows);

// Per cell the first-stage units less the strata among its rows with weight; with replicates those of the whole sample.
std::vector<double> degrees_by_cell(ProbabilitySample const& sample, Grouping const& grouping);

// Per cell the variance that the mean would have in a simple random sample with replacement of the same size: S²/n with
// S² = n/(n−1)·Σw(x−x̄)²/Σw. 0 where one row alone has weight, or all agree. Rows with weight must have a value.
std::vector<double> simple_variances(ProbabilitySample const& sample, Grouping const& grouping,
                                     std::span<double const> values);

}  // namespace lenkwerk::survey_statistics
