#pragma once
// The manifest of measures.
#include "platform/module.hpp"

namespace lenkwerk::measures {

Module module();

}  // namespace lenkwerk::measures
