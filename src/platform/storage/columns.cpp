#include "platform/storage/columns.hpp"

#include "platform/storage/errors.hpp"

#include <fmt/format.h>

#include <set>

namespace lenkwerk::storage {
namespace {

constexpr SqlText kColumns{
    R"(SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY m.name, c.cid)",
    R"(SELECT t.relname::text, a.attname::text, format_type(a.atttypid, NULL)
       FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
       WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
         AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY t.relname, a.attnum)"};

ColumnKind kind_of(std::string const& table, std::string const& type) {
    if (type == "TEXT" || type == "text") return ColumnKind::text;
    if (type == "BLOB" || type == "bytea") return ColumnKind::bytes;
    if (type == "BIGINT" || type == "bigint" || type == "INTEGER") return ColumnKind::number;
    if (type == "DOUBLE PRECISION" || type == "double precision") return ColumnKind::real;
    throw DatabaseError(fmt::format("{} has a column of the type {}: see platform/storage/README.md", table, type));
}

bool is_derived(std::string_view table) {
    return table.starts_with("search_index") || table == "search_vocabulary" || table == "table_versions";
}

// Reader::run, for a text that is no literal: a protected member is reached through a class that derives from its own.
struct Door : Reader {
    static constexpr auto kRun = &Door::run;
};

template <class Run> std::vector<Column> columns_by(Run run) {
    std::vector<Column> found;
    run([&](Row const& row) {
        auto const table = row.text(0);
        if (!is_derived(table)) found.push_back({table, row.text(1), kind_of(table, row.text(2))});
    });
    return found;
}

}  // namespace

std::vector<Column> columns_of(Connection& connection) {
    return columns_by([&](EachRow const& row) { connection.run(kColumns, {}, row); });
}

std::vector<Column> columns_of(Reader const& reader) {
    return columns_by([&](EachRow const& row) { (reader.*Door::kRun)(kColumns, {}, row); });
}

std::vector<std::string> tables_of(Reader const& reader) {
    std::set<std::string> found;
    (reader.*Door::kRun)(kColumns, {}, [&](Row const& row) {
        auto const table = row.text(0);
        found.insert(table.starts_with("search_index") ? "search_index" : table);
    });
    return {found.begin(), found.end()};
}

Value cell(Row const& row, int at, ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number: return value_of(row.maybe_number(at));
        case ColumnKind::real: return value_of(row.maybe_real(at));
        case ColumnKind::text: return value_of(row.maybe_text(at));
        case ColumnKind::bytes: return value_of(row.maybe_bytes(at));
    }
    throw std::logic_error("unknown kind of column");
}

std::int64_t run_text(Reader const& reader, std::string const& sql, Args const& args, EachRow const& row) {
    return (reader.*Door::kRun)({sql, sql}, args, row);
}

}  // namespace lenkwerk::storage
