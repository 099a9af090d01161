#pragma once
// The smallest changes of quotas that make a panel possible: by seats, and by how many quotas are touched.
#include "cores/sortition/advice.hpp"

namespace lenkwerk::sortition {

// At most `alternatives`, the smallest first; each leaves at least one quota alone that every earlier one changes.
// Bounds stay within flex where the quotas state it. Empty: no change of quotas helps, or none is needed.
std::vector<Relaxation> smallest_by_amount(TypedPool const& pool, Quotas const& quotas, int alternatives,
                                           engine::Progress const& progress);
std::vector<Relaxation> smallest_by_count(TypedPool const& pool, Quotas const& quotas, int alternatives,
                                          engine::Progress const& progress);

}  // namespace lenkwerk::sortition
