#pragma once
// What `lenkwerk init` plants of bodies.
#include "platform/seed.hpp"

namespace lenkwerk::bodies {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::bodies
