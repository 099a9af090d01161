#pragma once
// The variance of totals of scores under a drawing in stages, linearised or from replicates.
// V = Σ over stages and strata of inclusion · (1−f) · n/(n−1) · Σ (z − z̄)(z − z̄)′ over the unit totals z; the later
// stages enter with the sampling fraction of the stages before (Särndal, Swensson, Wretman 1992, eq. 4.3.21).
#include <functional>
#include <vector>

#include "cores/survey_statistics/sample.hpp"

namespace lenkwerk::survey_statistics {

// `scores` is rows × quantities; every row already multiplied by its weight (0 outside of the domain).
Matrix covariance_of_totals(ProbabilitySample const& sample, Matrix scores);
std::vector<double> variances_of_totals(ProbabilitySample const& sample, Matrix scores);

// The same for quantities of which each row carries at most one: row i has `score[i]` in quantity `cell[i]` (−1: none).
// Costs the rows, not rows × quantities, as long as the weights were not fitted to population figures.
std::vector<double> variances_of_cells(ProbabilitySample const& sample, std::span<std::int32_t const> cell,
                                       std::size_t cells, std::span<double const> score);

// Estimates under one set of weights, one value a quantity.
using PointEstimator = std::function<std::vector<double>(std::span<double const> weights)>;
Matrix covariance_by_replicates(Replicates const& replicates, std::span<double const> full_weights,
                                PointEstimator const& estimator);

}  // namespace lenkwerk::survey_statistics
