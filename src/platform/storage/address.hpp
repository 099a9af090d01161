#pragma once
// Where a database is, as written on the command line.
#include "platform/storage/sql.hpp"

#include <string>

namespace lenkwerk::storage {

struct Address {
    Dialect dialect;
    std::string target;  // a file, or a connection string of libpq
};

// "sqlite:var/lenkwerk.db", "var/lenkwerk.db", "postgresql://…", "host=… dbname=…"
Address parsed_address(std::string const& address);

// The name of the database in a connection string of libpq.
std::string database_name(std::string const& target);

}  // namespace lenkwerk::storage
