#pragma once
// A copy of the whole database at one moment, made while the city works, and the way back.
#include "platform/storage/database.hpp"

#include <filesystem>

namespace lenkwerk::storage {

// Writes the copy to a file that does not exist yet (0600: it holds personal data): for SQLite a database, for PostgreSQL what
// pg_restore reads. It appears under its name only when it is whole. Throws DatabaseError, which says what to do.
void back_up(Database& database, std::filesystem::path const& file);

// Whether a database that holds something already is replaced.
enum class Existing { keep, replace };

// Makes the database at `address` what the copy was. No server may run on it. Throws DatabaseError where there is a database
// with tables and `existing` is keep, or where the file is no whole copy; then nothing has changed.
void restore(std::string const& address, std::filesystem::path const& file, Existing existing);

}  // namespace lenkwerk::storage
