#pragma once
// The verifier's own answer to "how much can a panel weigh at most?": branch and bound whose every bound is recomputed from
// the multipliers by weak duality, so that nothing rests on the linear solver being right.
// Shares no code with the optimiser, on purpose.
#include <cstdint>
#include <functional>
#include <span>

#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::proof {

struct Effort {
    std::int64_t nodes = 2'000'000;          // for one bound
    std::function<bool()> should_stop = {};  // asked at every node; may be empty
};

struct Bound {
    double value = 0;   // no panel weighs more
    bool tight = true;  // no greater than the larger of the target and the true maximum, up to rounding
};

// An upper bound of Σ weight·count over all panels; where the effort does not suffice it is proven all the same, but not tight.
Bound proven_bound(TypedPool const& pool, std::span<double const> weights, double target, Effort const& effort = {});

}  // namespace lenkwerk::sortition::proof
