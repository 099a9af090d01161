#pragma once
// Writes chances as a lottery over panels, without a linear program over panels: take a panel on the face of what is left,
// give it all the weight it can carry, and a constraint becomes tight; so it ends after types + rows steps.
// The idea is Birkhoff's; that the next panel exists is what branch and bound finds out.
#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::engine {

struct Decomposition {
    std::vector<WeightedPanel> panels;  // weights sum to 1 − left
    double left = 1;                    // what no panel was found for; 0 up to rounding: the chances are realised
};

// `chances`: one a type, of one person; they have to satisfy the pool's bounds on average.
Decomposition decompose(TypedPool const& pool, std::vector<double> const& chances, Progress const& progress = {});

}  // namespace lenkwerk::sortition::engine
