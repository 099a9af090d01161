#pragma once
// The proof of a lottery that column generation found, anew: for each level the smallest multipliers that prove it.
// The multipliers that the simplex ends with prove a level as well, but any of them will do there, and where it has a choice
// it may take ones of many millions: then the last digit of a chance, times its multiplier, looks like room for a gain.
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::sortition::engine {

// Replaces the duals of the steps whose value is positive. `panels`: what is known, at least those of the solution.
void prove_mildly(TypedPool const& pool, std::vector<Panel> const& panels, Solution& solution,
                  Progress const& progress);

}  // namespace lenkwerk::sortition::engine
