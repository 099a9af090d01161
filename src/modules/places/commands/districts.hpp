#pragma once
// What `lenkwerk init` does with districts; afterwards they are facts.
#include "modules/places/store/districts.hpp"

namespace lenkwerk::places {

Outcome<DistrictId> add_district(storage::Transaction& tx, District const& district, int position,
                                 store::Shape const& shape);

}  // namespace lenkwerk::places
