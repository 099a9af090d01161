#pragma once
// The council's papers as a part of the product: see README.md.
#include "platform/module.hpp"

namespace lenkwerk::council {

Module module();

}  // namespace lenkwerk::council
