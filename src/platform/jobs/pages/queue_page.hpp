#pragma once
// What happens later, as the administrator sees it: what failed for good, what runs, what waits.
#include "platform/module.hpp"

namespace lenkwerk::jobs::pages {

// /verwaltung/auftraege
std::vector<Route> routes();
NavigationEntry navigation();

}  // namespace lenkwerk::jobs::pages
