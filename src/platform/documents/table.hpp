#pragma once
// A table that somebody filled in: found in an uploaded workbook by the titles of its columns, wherever they stand, with the place
// of every cell, so that what is wrong can be named by sheet, row and column.
#include "base/outcome.hpp"
#include "platform/documents/spreadsheet.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::documents {

struct TableColumn {
    std::string key;                  // "responsible"
    std::vector<std::string> titles;  // as the head row may name it, in each language; case and space do not matter
    bool is_required = true;          // a table without this column is not the one we look for
};

struct TableRow {
    int number = 0;                            // as the program shows it, from 1
    std::map<std::string, std::string> cells;  // by the column's key; trimmed; a day as ISO; empty cells are left out

    std::string text(std::string_view key) const;  // empty where there is none
    bool operator==(TableRow const&) const = default;
};

struct Table {
    std::string sheet;
    std::map<std::string, std::string> places;  // key of the column → its letter, "D"
    std::map<std::string, std::string> titles;  // key of the column → its title as the file says
    std::vector<TableRow> rows;                 // without those that are empty
    bool operator==(Table const&) const = default;
};

// The first visible sheet with a row, among its first ten, that names all required columns.
// Refuses: documents.table.not_found {columns} (no such sheet), documents.table.empty {sheet}, documents.table.column_twice {sheet, column}.
Outcome<Table> find_table(std::vector<Sheet> const& sheets, std::vector<TableColumn> const& columns);

// What is wrong with one cell; without a column: with the whole row.
struct CellProblem {
    std::string sheet;
    int row = 0;
    std::string letter, title;  // of the column; empty for the whole row
    Problem problem;
};
// The problems of one row, each at the column that its field names.
std::vector<CellProblem> at_cells(Table const& table, TableRow const& row, Problems const& problems);

// A table on its way through a page and back, as one hidden field: what was looked at is what is then done.
std::string packed(Table const& table);
// Nothing for a text that packed() did not write.
std::optional<Table> unpacked(std::string_view text);

}  // namespace lenkwerk::documents
