#pragma once
// Replicate weights: the same estimate again under slightly different weights; its spread is the variance.
// V = scale · Σ_r part_r · (θ_r − centre)(θ_r − centre)′.
#include <vector>

#include "cores/survey_statistics/matrix.hpp"

namespace lenkwerk::survey_statistics {

// Deviations are taken from the mean of the replicates, or from the estimate under the full weights ("mse").
enum class ReplicateCentre { mean_of_replicates, full_estimate };

struct Replicates {
    Matrix weights;  // rows × replicates; a replicate's whole weight, not a factor
    double scale = 1;
    std::vector<double> part;  // one a replicate
    ReplicateCentre centre = ReplicateCentre::mean_of_replicates;
};

}  // namespace lenkwerk::survey_statistics
