#pragma once
// All addresses of measures.
#include "platform/module.hpp"

namespace lenkwerk::measures {

std::vector<Route> routes();

}  // namespace lenkwerk::measures
