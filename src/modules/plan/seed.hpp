#pragma once
// What `lenkwerk init` plants of the plan.
#include "platform/seed.hpp"

namespace lenkwerk::plan {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::plan
