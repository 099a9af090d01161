#pragma once
// What the house does for itself: sessions and links that are over go, failed sign-ins are forgotten.
#include "platform/city.hpp"

namespace lenkwerk::people {

void sweep_city(City& city);

}  // namespace lenkwerk::people
