#pragma once
// What our SQLite knows more than the plain one: may_see(), the collation `german`, and errors with the name of the index.
#include <sqlite3.h>

namespace lenkwerk::storage {

// The same functions stand in PostgreSQL: see migrations/20261123_0400_platform.postgres.sql.
void register_functions(sqlite3* handle);

}  // namespace lenkwerk::storage
