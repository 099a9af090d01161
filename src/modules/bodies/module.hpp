#pragma once
// The manifest of bodies.
#include "platform/module.hpp"

namespace lenkwerk::bodies {

Module module();

}  // namespace lenkwerk::bodies
