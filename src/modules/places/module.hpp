#pragma once
// The manifest of places.
#include "platform/module.hpp"

namespace lenkwerk::places {

Module module();

}  // namespace lenkwerk::places
