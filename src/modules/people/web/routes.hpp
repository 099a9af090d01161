#pragma once
// All addresses of people.
#include "platform/module.hpp"

namespace lenkwerk::people {

std::vector<Route> routes();

}  // namespace lenkwerk::people
