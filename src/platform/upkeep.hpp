#pragma once
// What the platform itself does on time: seal the log, send its head, forget what has served.
#include "platform/module.hpp"

namespace lenkwerk::upkeep {

Module module();

}  // namespace lenkwerk::upkeep
