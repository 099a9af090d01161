#pragma once
// Reads. A Reader sees one consistent moment of the database; what it read is recorded for the page cache.
// Only Database makes one: see Database::read.
#include "platform/storage/connection.hpp"
#include "platform/storage/table_versions.hpp"

#include <optional>
#include <type_traits>
#include <vector>

namespace lenkwerk::storage {

class Reader {
public:
    explicit Reader(Connection& connection) : connection_(connection) {}
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;

    // Calls `row` for each row; other statements may run inside.
    void each(ReadSql sql, Args const& args, EachRow const& row) const { run(sql, args, row); }

    // As each(), in constant memory on both databases; no other statement may run inside `row`.
    void stream(ReadSql sql, Args const& args, EachRow const& row) const;

    template <class Make>
    auto all(ReadSql sql, Args const& args, Make make) const -> std::vector<std::invoke_result_t<Make, Row const&>> {
        std::vector<std::invoke_result_t<Make, Row const&>> found;
        run(sql, args, [&](Row const& row) { found.push_back(make(row)); });
        return found;
    }

    // The first row, if there is one.
    template <class Make>
    auto first(ReadSql sql, Args const& args, Make make) const
        -> std::optional<std::invoke_result_t<Make, Row const&>> {
        std::optional<std::invoke_result_t<Make, Row const&>> found;
        run(sql, args, [&](Row const& row) {
            if (!found) found.emplace(make(row));
        });
        return found;
    }

    // The number of a query with one row and one column, such as count(*).
    std::int64_t number(ReadSql sql, Args const& args = {}) const;
    bool exists(ReadSql sql, Args const& args) const;

    Dialect dialect() const { return connection_.dialect(); }
    // What was read until now: the page made of it is good while TableVersions::stand(mark).
    ReadMark mark() const { return {connection_.read(), connection_.moment()}; }

protected:
    std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) const;
    Connection& connection_;
};

}  // namespace lenkwerk::storage
