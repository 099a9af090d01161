#pragma once
// The manifest of people: accounts, roles, organisations, signing in.
#include "platform/module.hpp"

namespace lenkwerk::people {

Module module();

}  // namespace lenkwerk::people
