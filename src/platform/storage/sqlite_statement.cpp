#include "platform/storage/sqlite_statement.hpp"

#include "platform/storage/errors.hpp"

#include <fmt/format.h>

namespace lenkwerk::storage {
namespace {

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement), columns_(sqlite3_column_count(statement)) {}

    bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
    std::int64_t number(int column) const override {
        expect(type(column) == SQLITE_INTEGER, column, "a whole number");
        return sqlite3_column_int64(statement_, column);
    }
    double real(int column) const override {
        auto const found = type(column);
        expect(found == SQLITE_FLOAT || found == SQLITE_INTEGER, column, "a number");
        return sqlite3_column_double(statement_, column);
    }
    std::string text(int column) const override {
        expect(type(column) == SQLITE_TEXT, column, "a text");
        auto const* begin = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
        return {begin, size(column)};
    }
    Bytes bytes(int column) const override {
        expect(type(column) == SQLITE_BLOB, column, "bytes");
        auto const* begin = static_cast<char const*>(sqlite3_column_blob(statement_, column));
        return {std::string(begin == nullptr ? "" : begin, size(column))};
    }

private:
    int type(int column) const {
        if (column < 0 || column >= columns_)
            throw std::logic_error(fmt::format("there is no column {} in: {}", column, sqlite3_sql(statement_)));
        return sqlite3_column_type(statement_, column);
    }
    std::size_t size(int column) const { return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)); }
    void expect(bool holds, int column, std::string_view what) const {
        if (holds) return;
        throw std::logic_error(
            fmt::format("column {} ({}) is {} and not {} in: {}", column, sqlite3_column_name(statement_, column),
                        type(column) == SQLITE_NULL ? "NULL" : "of another type", what, sqlite3_sql(statement_)));
    }

    sqlite3_stmt* statement_;
    int columns_;
};

}  // namespace

// Marks the statement as running, and makes it ready for the next time however it ends.
class SqliteStatement::Turn {
public:
    explicit Turn(SqliteStatement& statement) : statement_(statement) { statement_.running_ = true; }
    ~Turn() {
        sqlite3_reset(statement_.statement_.get());
        sqlite3_clear_bindings(statement_.statement_.get());
        statement_.running_ = false;
    }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

private:
    SqliteStatement& statement_;
};

SqliteStatement::SqliteStatement(sqlite3* handle, std::string_view sql) : handle_(handle) {
    sqlite3_stmt* raw = nullptr;
    auto const code =
        sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    statement_.reset(raw);
    if (code != SQLITE_OK) throw_sqlite(handle, code, sql);
    if (raw == nullptr) throw std::logic_error("an empty statement");
    for (int count = sqlite3_bind_parameter_count(raw), at = 1; at <= count; ++at)
        slots_.push_back(sqlite3_bind_parameter_index(raw, fmt::format("${}", at).c_str()));
}

std::int64_t SqliteStatement::run(Args const& args, EachRow const& row) {
    Turn const turn{*this};
    bind(args.values());
    step(row);
    return sqlite3_stmt_readonly(statement_.get()) != 0 ? 0 : sqlite3_changes(handle_);
}

void SqliteStatement::bind(std::vector<Value> const& values) {
    if (values.size() != slots_.size())
        throw std::logic_error(
            fmt::format("{} values for the {} parameters of: {}", values.size(), slots_.size(), sql()));
    for (std::size_t at = 0; at < values.size(); ++at) bind_one(slots_[at], values[at]);
}

// The values outlive the run, so that SQLite need not copy them.
void SqliteStatement::bind_one(int slot, Value const& value) {
    auto* const statement = statement_.get();
    struct {
        sqlite3_stmt* statement;
        int slot;
        int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, slot); }
        int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, slot, number); }
        int operator()(double number) const { return sqlite3_bind_double(statement, slot, number); }
        int operator()(std::string const& text) const {
            return sqlite3_bind_text64(statement, slot, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(Bytes const& bytes) const {
            return sqlite3_bind_blob64(statement, slot, bytes.content.data(), bytes.content.size(), SQLITE_STATIC);
        }
    } const bind{statement, slot};
    if (auto const code = std::visit(bind, value); code != SQLITE_OK) throw_sqlite(handle_, code, sql());
}

void SqliteStatement::step(EachRow const& row) {
    SqliteRow const current{statement_.get()};
    int code = sqlite3_step(statement_.get());
    for (; code == SQLITE_ROW; code = sqlite3_step(statement_.get()))
        if (row) row(current);
    if (code != SQLITE_DONE) throw_sqlite(handle_, code, sql());
}

}  // namespace lenkwerk::storage
