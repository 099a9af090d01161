#pragma once
// The ids of the budget that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::budget {

using LineId = Id<struct LineTag>;
using AmountId = Id<struct AmountTag>;

}  // namespace lenkwerk::budget
