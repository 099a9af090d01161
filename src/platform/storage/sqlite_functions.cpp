#include "platform/storage/sqlite_functions.hpp"

#include "base/audience.hpp"
#include "platform/storage/errors.hpp"
#include "platform/storage/sqlite_statement.hpp"

#include <fmt/format.h>
#include <unicode/coll.h>

namespace lenkwerk::storage {
namespace {

std::string_view text_of(sqlite3_value* value) {
    auto const* begin = reinterpret_cast<char const*>(sqlite3_value_text(value));
    return begin == nullptr ? std::string_view{}
                            : std::string_view{begin, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void may_see(sqlite3_context* context, int, sqlite3_value** values) {
    sqlite3_result_int(context, Viewer::may_see(text_of(values[0]), text_of(values[1])) ? 1 : 0);
}

int compare(void* collator, int left_size, void const* left, int right_size, void const* right) {
    UErrorCode error = U_ZERO_ERROR;
    return static_cast<icu::Collator*>(collator)->compareUTF8({static_cast<char const*>(left), left_size},
                                                              {static_cast<char const*>(right), right_size}, error);
}

// Where the unique index on exactly these columns is: SQLite names columns, PostgreSQL names the index, and so do we.
std::optional<std::string> index_on(sqlite3* handle, std::string const& table,
                                    std::vector<std::string> const& columns) {
    std::string joined;
    for (auto const& column : columns) joined += (joined.empty() ? "" : ",") + column;
    std::optional<std::string> found;
    SqliteStatement(handle, R"(
        SELECT l.name, l.origin FROM pragma_index_list($1) l
        WHERE l."unique" = 1 AND $2 = (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)))")
        .run({table, joined}, [&](Row const& row) {
            if (row.text(1) == "c") found = row.text(0);
            if (row.text(1) == "u") found = fmt::format("{}_{}_key", table, fmt::join(columns, "_"));
        });
    return found;
}

// "UNIQUE constraint failed: people_accounts.email" or "UNIQUE constraint failed: index 'name'".
std::string violated_index(sqlite3* handle, std::string const& message) {
    auto const at = message.find(": ");
    auto const named = message.substr(at == std::string::npos ? message.size() : at + 2);
    if (named.starts_with("index '")) return named.substr(7, named.size() - 8);
    auto const table = named.substr(0, named.find('.'));
    std::vector<std::string> columns;
    for (std::size_t from = 0; from < named.size();) {
        auto const end = std::min(named.find(", ", from), named.size());
        columns.push_back(named.substr(from + table.size() + 1, end - from - table.size() - 1));
        from = end + 2;
    }
    return index_on(handle, table, columns).value_or(table + "_pkey");
}

}  // namespace

void register_functions(sqlite3* handle) {
    constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    auto code = sqlite3_create_function_v2(handle, "may_see", 2, kPure, nullptr, &may_see, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite(handle, code, "may_see");
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator{icu::Collator::createInstance(icu::Locale::getGerman(), error)};
    if (U_FAILURE(error)) throw DatabaseError(std::string("ICU has no German collation: ") + u_errorName(error));
    code = sqlite3_create_collation_v2(handle, "german", SQLITE_UTF8, collator.release(), &compare,
                                       [](void* owned) { delete static_cast<icu::Collator*>(owned); });
    if (code != SQLITE_OK) throw_sqlite(handle, code, "german");
}

void throw_sqlite(sqlite3* handle, int code, std::string_view sql) {
    std::string const message = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    auto const whole = fmt::format("SQLite: {} in: {}", message, sql);
    auto const extended = handle == nullptr ? code : sqlite3_extended_errcode(handle);
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
        throw UniqueViolation(violated_index(handle, message), whole);
    throw DatabaseError(whole);
}

}  // namespace lenkwerk::storage
