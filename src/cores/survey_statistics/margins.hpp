#pragma once
// Fitting weights to one margin: the step that post-stratification takes once and raking in turn.
#include <functional>

#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics {

// Every respondent's category known, every level of the margin positive and answered by somebody.
Problems check_margin(ProbabilitySample const& sample, Margin const& margin);
// Each of them, and all of one sum.
Problems check_margins(ProbabilitySample const& sample, std::vector<Margin> const& margins);

// Codes of rows without weight may be missing; they are counted with level 0 and its weight 0.
std::vector<std::uint32_t> codes_of(Margin const& margin);

std::vector<double> level_totals(Margin const& margin, std::vector<double> const& weights);
std::vector<double> fitted_to(Margin const& margin, std::vector<double> weights);

// Each replicate's weights passed through the same fitting.
Replicates refitted(Replicates const& replicates,
                    std::function<std::vector<double>(std::vector<double> const&)> const& fit);

}  // namespace lenkwerk::survey_statistics
