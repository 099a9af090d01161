#include "platform/storage/postgres_result.hpp"

#include "platform/storage/errors.hpp"

#include <fmt/format.h>

#include <charconv>

namespace lenkwerk::storage {
namespace {

// pg_type.dat of PostgreSQL
constexpr unsigned kBool = 16, kBytea = 17, kName = 19, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25, kFloat4 = 700,
                   kFloat8 = 701, kUnknown = 705, kVarchar = 1043, kNumeric = 1700;

std::string_view or_empty(char const* text) { return text == nullptr ? std::string_view{} : std::string_view{text}; }

// DETAIL is left out: it repeats the values, and they may be personal.
std::string said(PGconn* handle, PGresult const* result, std::string_view sql) {
    auto const primary = or_empty(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    auto const state = or_empty(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    return fmt::format("PostgreSQL: {} ({}) in: {}", primary.empty() ? or_empty(PQerrorMessage(handle)) : primary,
                       state.empty() ? "connection" : state, sql);
}

template <class Number> Number parsed(std::string_view cell, std::string_view sql) {
    Number number{};
    auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size())
        throw std::logic_error(fmt::format("a number that does not fit, in: {}", sql));
    return number;
}

}  // namespace

void expect_success(PGconn* handle, PGresult const* result, std::string_view sql) {
    auto const status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) return;
    auto const message = said(handle, result, sql);
    std::string_view const state = or_empty(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    if (PQstatus(handle) != CONNECTION_OK || state.substr(0, 3) == "57P") throw ConnectionLost(message);
    if (state == "40001" || state == "40P01") throw SerialisationFailure(message);
    if (state == "23505")
        throw UniqueViolation(std::string(or_empty(PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME))), message);
    throw DatabaseError(message);
}

bool PostgresRow::is_null(int column) const {
    expect_column(column);
    return PQgetisnull(result_, row_, column) != 0;
}

// sum() of BIGINT is NUMERIC there, comparisons are BOOLEAN: both are whole numbers to us, as in SQLite.
std::int64_t PostgresRow::number(int column) const {
    auto const digits = cell(column, {kInt8, kInt4, kInt2, kNumeric, kBool}, "a whole number");
    if (PQftype(result_, column) == kBool) return digits == "t" ? 1 : 0;
    return parsed<std::int64_t>(digits, sql_);
}

double PostgresRow::real(int column) const {
    return parsed<double>(cell(column, {kFloat8, kFloat4, kNumeric, kInt8, kInt4, kInt2}, "a number"), sql_);
}

std::string PostgresRow::text(int column) const {
    return std::string(cell(column, {kText, kVarchar, kName, kUnknown}, "a text"));
}

// The text format writes bytes as \x and hexadecimal digits.
Bytes PostgresRow::bytes(int column) const {
    auto const digits = cell(column, {kBytea}, "bytes").substr(2);
    Bytes found;
    found.content.reserve(digits.size() / 2);
    auto const value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        found.content += static_cast<char>(value(digits[at]) * 16 + value(digits[at + 1]));
    return found;
}

std::string_view PostgresRow::cell(int column, std::initializer_list<unsigned> types, std::string_view what) const {
    if (is_null(column)) refuse(column, "NULL", what);
    bool const fits = std::find(types.begin(), types.end(), PQftype(result_, column)) != types.end();
    if (!fits) refuse(column, "of another type", what);
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

void PostgresRow::expect_column(int column) const {
    if (column < 0 || column >= PQnfields(result_))
        throw std::logic_error(fmt::format("there is no column {} in: {}", column, sql_));
}

void PostgresRow::refuse(int column, std::string_view is, std::string_view what) const {
    throw std::logic_error(
        fmt::format("column {} ({}) is {} and not {} in: {}", column, PQfname(result_, column), is, what, sql_));
}

}  // namespace lenkwerk::storage
