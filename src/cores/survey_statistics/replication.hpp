#pragma once
// Making replicate weights from a drawing.
#include "cores/survey_statistics/sample.hpp"

namespace lenkwerk::survey_statistics {

// Jackknife: every first-stage unit is left out once and the others of its stratum take its place. One stratum is JK1,
// several JKn. Fractions drawn shrink the parts; later stages add nothing. Weights that were already fitted to population
// figures are taken as they stand and not fitted again: jackknife first, then fit. Refuses survey.design.lonely_stratum
// and survey.replicates.too_many (units × rows above 100 million: use the bootstrap).
Outcome<ProbabilitySample> jackknife(ProbabilitySample const& sample,
                                     ReplicateCentre centre = ReplicateCentre::mean_of_replicates);

// Rao and Wu (1988): in each stratum n−1 of n units are drawn with replacement and rescaled by n/(n−1) times the count.
// The same seed gives the same weights on every machine. Refuses survey.design.lonely_stratum, survey.replicates.too_few (< 2).
Outcome<ProbabilitySample> bootstrap(ProbabilitySample const& sample, std::size_t replicates, std::uint64_t seed);

// Balanced repeated replication for strata of two units each, by a Hadamard matrix; `fay` in [0, 1): 0 drops one unit of
// each stratum, otherwise it keeps the weight `fay` (Judkins 1990). Refuses survey.replicates.not_paired and survey.replicates.fay_invalid.
Outcome<ProbabilitySample> balanced_replication(ProbabilitySample const& sample, double fay = 0);

// Replicate weights that came with the data, each a whole weight. Refuses survey.replicates.shape (rows or parts do not
// fit), survey.replicates.invalid (a negative or missing weight, with row and replicate).
Outcome<ProbabilitySample> given_replicates(ProbabilitySample const& sample, Replicates replicates);

}  // namespace lenkwerk::survey_statistics
