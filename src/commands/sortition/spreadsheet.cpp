#include "commands/sortition/spreadsheet.hpp"

#include <algorithm>

#include "platform/documents/spreadsheet.hpp"

namespace lenkwerk::commands::sortition {
namespace {

std::string quoted(std::string const& text) {
    std::string cell = "\"";
    for (char const c : text) {
        if (c == '"') cell += '"';
        cell += c == '\n' || c == '\r' ? ' ' : c;
    }
    return cell + "\"";
}

std::string csv_of(documents::Sheet const& sheet) {
    std::string csv;
    int line = 1;
    for (auto const& row : sheet.rows) {
        for (; line < row.number; ++line) csv += "\n";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto const text = documents::text_of(row.cells[i]);
            csv += (i > 0 ? "," : "") + (text.empty() ? text : quoted(text));
        }
        csv += "\n";
        ++line;
    }
    return csv;
}

}  // namespace

bool is_spreadsheet(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Outcome<std::string> csv_of_spreadsheet(std::string_view bytes) {
    auto const sheets = documents::read_spreadsheet(bytes);
    if (!sheets) return sheets.problems();
    auto const shown = std::ranges::find(*sheets, false, &documents::Sheet::is_hidden);
    return shown == sheets->end() ? std::string{} : csv_of(*shown);
}

}  // namespace lenkwerk::commands::sortition
