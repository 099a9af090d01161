#pragma once
// The tables that hold what somebody gave us, and their columns: what export writes and redaction looks through.
#include "platform/storage/reader.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::storage {

enum class ColumnKind { number, real, text, bytes };

struct Column {
    std::string table, name;
    ColumnKind kind = ColumnKind::text;
};

// Ordered by table and place in it; without views, without what is derived from other tables (search index and vocabulary,
// versions of tables, generated columns) and without the database's own.
std::vector<Column> columns_of(Connection& connection);
std::vector<Column> columns_of(Reader const& reader);

// Every table that is there, in order, also what is derived; the parts of the search index stand under one name.
std::vector<std::string> tables_of(Reader const& reader);

// The cell as it is kept, by the kind of its column.
Value cell(Row const& row, int at, ColumnKind kind);

// Runs a text that was made of the names of columns, which no literal can hold; how many rows it changed. The platform's
// alone: law 3 knows no other way round the literals.
std::int64_t run_text(Reader const& reader, std::string const& sql, Args const& args, EachRow const& row = {});

}  // namespace lenkwerk::storage
