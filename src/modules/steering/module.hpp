#pragma once
// The manifest of steering.
#include "platform/module.hpp"

namespace lenkwerk::steering {

Module module();

}  // namespace lenkwerk::steering
