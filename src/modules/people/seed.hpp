#pragma once
// What `lenkwerk init` plants of people.
#include "platform/seed.hpp"

namespace lenkwerk::people {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::people
