#pragma once
// A database of its own for one test, gone with it.
#include "platform/storage/database.hpp"
#include "platform/storage/migrations.hpp"

#include <memory>
#include <string>

namespace lenkwerk::town {

using storage::Dialect;

// Whether PostgreSQL can be tested here: LENKWERK_TEST_POSTGRES says where it is (tools/with_postgres starts one).
bool has_postgres();

// Empty, but for what the schema makes. The schema is made once per program and copied for each test.
class FreshDatabase {
public:
    FreshDatabase(storage::Schema const& schema, Dialect dialect);
    ~FreshDatabase();
    FreshDatabase(FreshDatabase const&) = delete;
    FreshDatabase& operator=(FreshDatabase const&) = delete;

    Dialect dialect() const { return dialect_; }
    std::string const& address() const { return address_; }

private:
    Dialect dialect_;
    std::string name_;  // the file, or the database on the server
    std::string address_;
};

// The address of a database that does not exist yet (SQLite) or is empty (PostgreSQL); removed when the program ends.
std::string empty_database(Dialect dialect);

}  // namespace lenkwerk::town
