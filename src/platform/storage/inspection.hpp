#pragma once
// Whether what is kept is whole: what the database can say of itself, and what it cannot know.
#include "platform/storage/database.hpp"

#include <string>
#include <vector>

namespace lenkwerk::storage {

// Sentences, one a fault; none: all is well. Looks at pages and indexes (SQLite), foreign keys, constraints, the search index,
// and at every column `audience`, because a wrong word there hides a thing from everybody.
std::vector<std::string> inspect(Database& database);

}  // namespace lenkwerk::storage
