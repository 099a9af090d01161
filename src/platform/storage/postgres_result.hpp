#pragma once
// What PostgreSQL answers: rows in its text format, and errors as our exceptions. Only postgres.cpp includes this.
#include "platform/storage/row.hpp"

#include <libpq-fe.h>

#include <memory>
#include <string_view>

namespace lenkwerk::storage {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// Returns where the result is one; throws what it says otherwise.
void expect_success(PGconn* handle, PGresult const* result, std::string_view sql);

class PostgresRow final : public Row {
public:
    PostgresRow(PGresult const* result, int row, std::string_view sql) : result_(result), row_(row), sql_(sql) {}

    bool is_null(int column) const override;
    std::int64_t number(int column) const override;
    double real(int column) const override;
    std::string text(int column) const override;
    Bytes bytes(int column) const override;

private:
    // The cell in text format; throws for NULL and for types that are not among `types`.
    std::string_view cell(int column, std::initializer_list<unsigned> types, std::string_view what) const;
    void expect_column(int column) const;
    [[noreturn]] void refuse(int column, std::string_view is, std::string_view what) const;

    PGresult const* result_;
    int row_;
    std::string_view sql_;
};

}  // namespace lenkwerk::storage
