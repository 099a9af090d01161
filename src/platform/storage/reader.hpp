#pragma once
// Reads. A Reader sees one consistent moment of the database; what it read is recorded for the page cache.
// Only Database makes one: see Database::read.
#include "platform/storage/connection.hpp"
#include "platform/storage/kept_reads.hpp"

#include <optional>
#include <type_traits>
#include <vector>

namespace lenkwerk::storage {

class Reader {
public:
    // Without `kept` (in a transaction, which sees what it has not committed yet) nothing is kept.
    explicit Reader(Connection& connection, KeptReads* kept = nullptr) : connection_(connection), kept_(kept) {}
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

    // What `make` makes of its reads on this reader, kept until a table that it read changes. The key names whatever it depends on
    // beside the database: the viewer above all.
    template <class Value, class Make> std::shared_ptr<Value const> kept(std::string const& key, Make make) const {
        auto const made = made_or_kept({typeid(Value), key}, [&] { return std::make_shared<Value const>(make()); });
        return std::static_pointer_cast<Value const>(made);
    }

    Dialect dialect() const { return connection_.dialect(); }
    // What was read until now: the page made of it is good while TableVersions::stand(mark).
    ReadMark mark() const { return {connection_.read(), connection_.moment()}; }

protected:
    std::int64_t run(SqlText const& sql, Args const& args, EachRow const& row) const;
    Connection& connection_;

private:
    std::shared_ptr<void const> made_or_kept(KeptReads::Key const& key,
                                             std::function<std::shared_ptr<void const>()> const& make) const;
    KeptReads* kept_;
};

}  // namespace lenkwerk::storage
