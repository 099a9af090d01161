#pragma once
// What goes wrong in a database. Messages carry the statement and the database's own words, never the values.
#include <stdexcept>
#include <string>

namespace lenkwerk::storage {

struct DatabaseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Two transactions got into each other's way; Database::write runs the work again.
struct SerialisationFailure : DatabaseError {
    using DatabaseError::DatabaseError;
};

// The server went away; a new connection may find it again.
struct ConnectionLost : DatabaseError {
    using DatabaseError::DatabaseError;
};

// A row with these values is there already. A command that can be refused for this catches it and returns the key of
// its rule: `catch (UniqueViolation const& taken) { if (taken.index != "people_accounts_email") throw; return refuse(…); }`.
// The transaction is over then, on both databases: it can only be rolled back.
struct UniqueViolation : DatabaseError {
    UniqueViolation(std::string name, std::string const& message) : DatabaseError(message), index(std::move(name)) {}
    std::string index;  // the name of the unique index; "t_pkey" for the primary key of t
};

// The schema in the database is not the one this program was built for; the message says what to do.
struct WrongSchema : DatabaseError {
    using DatabaseError::DatabaseError;
};

}  // namespace lenkwerk::storage
