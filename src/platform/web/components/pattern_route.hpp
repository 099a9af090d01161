#pragma once
// /muster: the pattern page, in the demo city only; elsewhere there is no such page.
#include "platform/module.hpp"

namespace lenkwerk::web::components {

Route pattern_route();

}  // namespace lenkwerk::web::components
