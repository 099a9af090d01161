#pragma once
// The ids of steering that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::steering {

using OverviewId = Id<struct OverviewTag>;
using FindingId = Id<struct FindingTag>;
using SignalId = Id<struct SignalTag>;

}  // namespace lenkwerk::steering
