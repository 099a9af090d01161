#pragma once
// Nash welfare over panels, for pools whose relaxed optimum is no lottery: panels by pricing the gradient, weights by an
// interior-point method.
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::sortition::engine {

// `first`: panels that together hold every type of the pool that is in any. Ends when no panel improves the mean logarithm
// by more than 3e-7, or early.
std::vector<WeightedPanel> nash_over_panels(TypedPool const& pool, std::vector<WeightedPanel> const& first,
                                            Progress const& progress);

}  // namespace lenkwerk::sortition::engine
