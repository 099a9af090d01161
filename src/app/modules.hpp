#pragma once
// The list of the product.
#include "platform/module.hpp"

#include <vector>

namespace lenkwerk::app {

// Every module's manifest, in NEEDS order: whoever needs another stands behind it.
std::vector<Module> modules();

}  // namespace lenkwerk::app
