#pragma once
// Spreadsheets in: the sheets of an XLSX file as rows of typed cells, as far as an import needs them: no formulas, no looks.
#include "base/outcome.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lenkwerk::documents {

// monostate: empty. A formula is its last computed value. A number formatted as a date is a Day.
using SheetCell = std::variant<std::monostate, std::string, double, bool, Day>;

struct SheetRow {
    int number = 0;  // as the program shows it, from 1; rows without cells are left out
    std::vector<SheetCell> cells;
};

struct Sheet {
    std::string name;
    bool is_hidden = false;
    std::vector<SheetRow> rows;
};

// As text, whatever the file's author typed: a number without needless zeros, a day as ISO; empty for an empty cell.
std::string text_of(SheetCell const& cell);
// The cell of a row, empty beyond its end.
SheetCell const& cell_at(SheetRow const& row, std::size_t column);

struct SpreadsheetLimits {
    std::size_t file = 20 * 1024 * 1024;       // bytes as sent
    std::size_t unpacked = 200 * 1024 * 1024;  // bytes of all that we unpack
    std::size_t cells = 2'000'000;
};

// Refuses: documents.sheet.too_large, documents.sheet.no_workbook (not XLSX, damaged, encrypted), documents.sheet.too_many_cells.
Outcome<std::vector<Sheet>> read_spreadsheet(std::string_view bytes, SpreadsheetLimits const& limits = {});

}  // namespace lenkwerk::documents
