#pragma once
// The budget as a part of the product: see README.md.
#include "platform/module.hpp"

namespace lenkwerk::budget {

Module module();

}  // namespace lenkwerk::budget
