#pragma once
// What the commands of places refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::places {

inline Problems district_name_taken() { return refuse("places.district.name_taken", "name"); }

}  // namespace lenkwerk::places
