#pragma once
// Variances of domain estimates under raked weights, where the domains part the rows.
#include "cores/survey_statistics/sample.hpp"

namespace lenkwerk::survey_statistics {

// What one stage of drawing whose units are the rows adds to the variances: as variances_of_cells has it. Rows that raking
// left without weight carry no score.
// Raking spreads what it explains of a domain's scores over the rows of all domains, but in proportion to the weight over
// rows that share their levels of the margins. So rows outside of a domain count by stratum, crossing and domain, and
// the cost is rows + (such classes) x domains instead of rows x domains. Residuals are squared themselves, never
// differences of sums, so that a variance of 0 comes out as 0.
void add_raked_stage(SamplingStage const& stage, RakedMargins const& raking, std::span<std::int32_t const> cell,
                     std::span<double const> score, std::vector<double>& variances);

}  // namespace lenkwerk::survey_statistics
