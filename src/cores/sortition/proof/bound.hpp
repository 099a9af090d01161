#pragma once
// The verifier's own answer to "how much can a panel weigh at most?": branch and bound whose every bound is recomputed from
// the multipliers by weak duality, so that nothing rests on the linear solver being right.
// Shares no code with the optimiser, on purpose.
#include <cstdint>
#include <optional>
#include <span>

#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::proof {

// An upper bound of Σ weight·count over all panels; no greater than the larger of `target` and the true maximum, up to
// rounding. Nothing: more than `nodes` nodes would have been needed.
std::optional<double> proven_bound(TypedPool const& pool, std::span<double const> weights, double target,
                                   std::int64_t nodes = 2'000'000);

}  // namespace lenkwerk::sortition::proof
