#pragma once
// Goldilocks over panels, for pools whose relaxed optimum is no lottery: column generation over a linear program in which
// tangents stand for 1/(smallest chance).
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::sortition::engine {

struct GoldilocksLottery {
    std::vector<WeightedPanel> panels;
    Step proof;  // dual: the weights of the two sides at the smallest chance
};

// Minimises a·(largest chance) + b/(smallest chance) over the types that are in some panel; `first` holds each of them.
GoldilocksLottery goldilocks_over_panels(TypedPool const& pool, double a, double b, Reach const& reach,
                                         std::vector<WeightedPanel> const& first, Progress const& progress);

}  // namespace lenkwerk::sortition::engine
