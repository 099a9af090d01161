#pragma once
// One prepared statement of SQLite: values in, rows out. Only sqlite*.cpp include this.
#include "platform/storage/connection.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

namespace lenkwerk::storage {

// Throws what `code` means, in the words of the database: UniqueViolation, or DatabaseError.
[[noreturn]] void throw_sqlite(sqlite3* handle, int code, std::string_view sql);

class SqliteStatement {
public:
    SqliteStatement(sqlite3* handle, std::string_view sql);

    // Runs it with these values; returns how many rows were changed.
    std::int64_t run(Args const& args, EachRow const& row);
    bool is_running() const { return running_; }

private:
    class Turn;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void bind(std::vector<Value> const& values);
    void bind_one(int slot, Value const& value);
    void step(EachRow const& row);
    std::string sql() const { return sqlite3_sql(statement_.get()); }

    sqlite3* handle_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::vector<int> slots_;  // of $1, $2, …
    bool running_ = false;
};

}  // namespace lenkwerk::storage
