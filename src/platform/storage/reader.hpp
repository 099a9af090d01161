#pragma once
// Reads. A Reader sees one consistent moment of the database; what it read is recorded for the page cache.
#include "platform/storage/connection.hpp"

#include <optional>
#include <type_traits>
#include <vector>

namespace lenkwerk::storage {

class Reader {
public:
    explicit Reader(Connection& connection) : connection_(connection) {}
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;

    // Calls `row` for each row, as it comes: for exports and lists that need no copy.
    void each(ReadSql sql, Args const& args, EachRow const& row) const { run(sql, args, row); }

    template <class Make>
    auto all(ReadSql sql, Args const& args, Make make) const -> std::vector<std::invoke_result_t<Make, Row const&>> {
        std::vector<std::invoke_result_t<Make, Row const&>> found;
        run(sql, args, [&](Row const& row) { found.push_back(make(row)); });
        return found;
    }

    // The first row, if there is one.
    template <class Make>
    auto first(ReadSql sql, Args const& args, Make make) const -> std::optional<std::invoke_result_t<Make, Row const&>> {
        std::optional<std::invoke_result_t<Make, Row const&>> found;
        run(sql, args, [&](Row const& row) {
            if (!found) found = make(row);
        });
        return found;
    }

    // The number of a query with one row and one column, such as count(*).
    std::int64_t number(ReadSql sql, Args const& args = {}) const;
    bool exists(ReadSql sql, Args const& args) const;

    Dialect dialect() const { return connection_.dialect(); }

protected:
    std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) const;
    Connection& connection_;
};

}  // namespace lenkwerk::storage
