#include "platform/storage/reader.hpp"

#include "platform/storage/errors.hpp"
#include "platform/storage/upkeep.hpp"

#include <fmt/format.h>

namespace lenkwerk::storage {

std::string_view word(Dialect dialect) { return dialect == Dialect::sqlite ? "sqlite" : "postgres"; }

std::int64_t Reader::number(ReadSql sql, Args const& args) const {
    auto const found = first(sql, args, [](Row const& row) { return row.number(0); });
    if (!found) throw std::logic_error(fmt::format("no row for a number in: {}", sql.in(dialect())));
    return *found;
}

bool Reader::exists(ReadSql sql, Args const& args) const {
    bool found = false;
    run(sql, args, [&](Row const&) { found = true; });
    return found;
}

void Reader::stream(ReadSql sql, Args const& args, EachRow const& row) const { connection_.stream(sql, args, row); }

std::shared_ptr<void const> Reader::made_or_kept(KeptReads::Key const& key,
                                                 std::function<std::shared_ptr<void const>()> const& make) const {
    if (!kept_) return make();
    auto found = kept_->find(key, connection_.moment());
    if (!found) {
        auto const before = connection_.take_read();
        auto value = make();
        found = {std::move(value), mark()};
        connection_.add_read(before);
        kept_->keep(key, *found);
    }
    connection_.add_read(found->mark.tables);
    return found->value;
}

std::int64_t Reader::run(SqlText const& sql, Args const& args, EachRow const& row) const {
    if (connection_.is_over())
        throw std::logic_error(fmt::format("the transaction is over, a unique index refused: {}", sql.in(dialect())));
    try {
        return connection_.run(sql, args, row);
    } catch (UniqueViolation const&) {
        connection_.end_turn();
        throw;
    }
}

std::int64_t Upkeep::insert(WriteSql sql, Args const& args) {
    std::optional<std::int64_t> id;
    run(sql, args, [&](Row const& row) { id = row.number(0); });
    if (!id)
        throw std::logic_error(fmt::format("nothing came back; RETURNING id is missing in: {}", sql.in(dialect())));
    return *id;
}

}  // namespace lenkwerk::storage
