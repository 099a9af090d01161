#pragma once
// What `lenkwerk init` plants of measures.
#include "platform/seed.hpp"

namespace lenkwerk::measures {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::measures
