#pragma once
// Comma-separated values (RFC 4180), as spreadsheet programs write and read them.
#include "base/outcome.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::documents {

struct CsvRow {
    int line = 0;  // in the file, from 1: a row may span several
    std::vector<std::string> cells;
    bool operator==(CsvRow const&) const = default;
};

inline constexpr std::size_t kLongestCsv = 20 * 1024 * 1024;  // bytes

// Rows of cells in UTF-8 (encoding.hpp says how it is recognised); the separator (; , or tab) is the one that stands most often
// in the first line outside quotes. Empty lines are left out.
// Refuses: documents.csv.too_large, documents.csv.open_quote {line}, documents.csv.after_quote {line}.
Outcome<std::vector<CsvRow>> read_csv(std::string_view bytes);

// Separated by ; and with a BOM, because German Excel reads neither commas nor UTF-8 without it.
class CsvWriter {
public:
    CsvWriter();
    // A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
    void row(std::vector<std::string> const& cells);
    std::string take() && { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace lenkwerk::documents
