#pragma once
// The manifest of the plan.
#include "platform/module.hpp"

namespace lenkwerk::plan {

Module module();

}  // namespace lenkwerk::plan
