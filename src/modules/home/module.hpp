#pragma once
// The manifest of home.
#include "platform/module.hpp"

namespace lenkwerk::home {

Module module();

}  // namespace lenkwerk::home
