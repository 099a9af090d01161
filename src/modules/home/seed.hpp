#pragma once
// What `lenkwerk init` plants of home.
#include "platform/seed.hpp"

namespace lenkwerk::home {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::home
