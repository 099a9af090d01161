#pragma once
// All addresses of the plan.
#include "platform/module.hpp"

namespace lenkwerk::plan {

std::vector<Route> routes();

}  // namespace lenkwerk::plan
