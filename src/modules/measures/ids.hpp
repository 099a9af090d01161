#pragma once
// The ids of measures that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::measures {

using ActivityId = Id<struct ActivityTag>;
using StatusReportId = Id<struct StatusReportTag>;
using StatusRoundId = Id<struct StatusRoundTag>;

}  // namespace lenkwerk::measures
