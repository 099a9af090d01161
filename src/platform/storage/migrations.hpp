#pragma once
// The schema and how it comes into being: SQL files per module, in order, forward only, each in one transaction and each once.
#include "platform/embedded.hpp"
#include "platform/storage/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::storage {

struct Migration {
    std::string owner;  // "platform", "measures"
    std::string name;   // "20261123_1400_measures.sql"
    std::string sql;    // in the dialect of the database
    std::string checksum;
};

// The migrations and views of the platform and of modules, as one database gets them.
struct Schema {
    std::vector<Migration> migrations;  // in the order in which they run
    std::vector<Migration> views;       // store/views.sql, in NEEDS order

    // `modules` in NEEDS order. A file …_sqlite.sql or …_postgres.sql is for that database only; {{id}}, {{bytes}}: see
    // README.md.
    static Schema of(std::vector<std::string> const& modules, Dialect dialect,
                     std::vector<EmbeddedFile> const& files = embedded_files(""));
};

// Runs what has not run yet and makes the views anew; returns the names of what ran. Throws WrongSchema where the database
// is newer than the program or a migration that ran has been changed since.
std::vector<std::string> migrate(Database& database, Schema const& schema, Clock const& clock);

// Throws WrongSchema, which says what to do, unless the database has exactly this schema.
void require_current(Database& database, Schema const& schema);

}  // namespace lenkwerk::storage
