#pragma once
// What `lenkwerk init` plants of places.
#include "platform/seed.hpp"

namespace lenkwerk::places {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::places
