#pragma once
// The ids of places that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::places {

using DistrictId = Id<struct DistrictTag>;

}  // namespace lenkwerk::places
