#pragma once
// SQL as literals whose kind is checked by the compiler: what only reads, and what changes. A text made at run time is neither.
#include <source_location>
#include <string_view>

namespace lenkwerk::storage {

enum class Dialect { sqlite, postgres };
std::string_view word(Dialect dialect);  // "sqlite", "postgres"

namespace detail {

consteval bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

consteval bool same_word(std::string_view text, std::string_view upper) {
    if (text.size() != upper.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
        if (c != upper[i]) return false;
    }
    return true;
}

// Behind the quoted text or the comment that begins at `at`; `at` itself where none does.
consteval std::size_t behind_quiet(std::string_view sql, std::size_t at) {
    auto const until = [&](std::string_view end, std::size_t from) {
        auto const found = sql.find(end, from);
        return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    if (sql[at] == '\'') return until("'", at + 1);
    if (sql[at] == '"') return until("\"", at + 1);
    if (sql.substr(at, 2) == "--") return until("\n", at + 2);
    if (sql.substr(at, 2) == "/*") return until("*/", at + 2);
    return at;
}

// The next word outside quotes and comments from `at` on, which moves behind it; empty at the end.
consteval std::string_view next_word(std::string_view sql, std::size_t& at) {
    while (at < sql.size() && !is_word(sql[at])) {
        auto const behind = behind_quiet(sql, at);
        at = behind == at ? at + 1 : behind;
    }
    auto const start = at < sql.size() ? at : sql.size();
    while (at < sql.size() && is_word(sql[at])) ++at;
    return sql.substr(start, at - start);
}

// INTO is here because `SELECT … INTO t` makes a table in PostgreSQL.
consteval bool changes(std::string_view sql) {
    std::size_t at = 0;
    for (auto word = next_word(sql, at); !word.empty(); word = next_word(sql, at))
        for (std::string_view const verb : {"INSERT", "UPDATE", "DELETE", "MERGE", "INTO", "DROP", "ALTER", "CREATE",
                                            "TRUNCATE", "PRAGMA", "VACUUM", "ATTACH", "GRANT", "COPY"})
            if (same_word(word, verb)) return true;
    return false;
}

consteval bool begins_with_read(std::string_view sql) {
    std::size_t at = 0;
    auto const word = next_word(sql, at);
    return same_word(word, "SELECT") || same_word(word, "WITH") || same_word(word, "VALUES");
}

consteval bool begins_with_change(std::string_view sql) {
    std::size_t at = 0;
    auto const word = next_word(sql, at);
    return same_word(word, "INSERT") || same_word(word, "UPDATE") || same_word(word, "DELETE") ||
           same_word(word, "WITH");
}

}  // namespace detail

// One text for both databases; a pair only where they truly differ (bin/check counts the pairs). `file` is the source
// file it stands in, so that the tests can ask whether that store may touch what it touches (law 2).
struct SqlText {
    std::string_view sqlite, postgres;
    std::string_view file = {};
    constexpr std::string_view in(Dialect dialect) const { return dialect == Dialect::sqlite ? sqlite : postgres; }
};

// Reads, and provably nothing else.
struct ReadSql : SqlText {
    consteval ReadSql(char const* both, std::source_location at = std::source_location::current())
        : ReadSql(both, both, at) {}
    consteval ReadSql(char const* for_sqlite, char const* for_postgres,
                      std::source_location at = std::source_location::current())
        : SqlText{for_sqlite, for_postgres, at.file_name()} {
        for (auto const text : {sqlite, postgres}) {
            if (!detail::begins_with_read(text)) throw "a read begins with SELECT, WITH or VALUES";
            if (detail::changes(text)) throw "a read must not change anything: use Transaction::change";
        }
    }
};

// Changes something: INSERT, UPDATE or DELETE, perhaps after WITH. Schema changes stand in migrations.
struct WriteSql : SqlText {
    consteval WriteSql(char const* both, std::source_location at = std::source_location::current())
        : WriteSql(both, both, at) {}
    consteval WriteSql(char const* for_sqlite, char const* for_postgres,
                       std::source_location at = std::source_location::current())
        : SqlText{for_sqlite, for_postgres, at.file_name()} {
        for (auto const text : {sqlite, postgres}) {
            if (!detail::changes(text)) throw "this changes nothing: use Reader";
            if (!detail::begins_with_change(text)) throw "a change begins with INSERT, UPDATE, DELETE or WITH";
        }
    }
};

}  // namespace lenkwerk::storage
