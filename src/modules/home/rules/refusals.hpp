#pragma once
// What the commands of home refuse for reasons that only they know.
#include "base/outcome.hpp"

namespace lenkwerk::home {

inline Problems page_unknown() { return refuse("home.page.unknown"); }

}  // namespace lenkwerk::home
