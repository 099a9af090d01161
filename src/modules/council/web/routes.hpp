#pragma once
// Every address of the council's papers.
#include "platform/module.hpp"

namespace lenkwerk::council {

std::vector<Route> routes();

}  // namespace lenkwerk::council
