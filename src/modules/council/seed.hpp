#pragma once
// What `lenkwerk init` plants of papers, their sequences and their budget.
#include "platform/seed.hpp"

namespace lenkwerk::council {

void plant(storage::Transaction& tx, SeedFolder& folder);

}  // namespace lenkwerk::council
