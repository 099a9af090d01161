#pragma once
// Comma-separated answers as they come from a survey tool, kept by cell with the line each stood in.
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"

namespace lenkwerk::survey_statistics {

class CsvTable {
public:
    std::vector<std::string> const& header() const { return header_; }
    std::size_t rows() const { return lines_.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * header_.size() + column]; }
    // Line of the file, from 1, in which the row begins.
    std::size_t line(std::size_t row) const { return lines_[row]; }

private:
    friend Outcome<CsvTable> read_csv(std::string text);

    std::vector<std::string> header_;
    std::vector<std::string_view> cells_;  // into text_ or unquoted_
    std::vector<std::size_t> lines_;
    std::unique_ptr<std::string> text_;  // stands still when the table moves
    std::deque<std::string> unquoted_;
};

// The first line names the columns; the separator is the more frequent of , and ; in it. UTF-8, with or without a mark
// of byte order. Refuses survey.csv.empty, survey.csv.duplicate_column, survey.csv.column_count (line, found, expected) and
// survey.csv.open_quotation (line).
Outcome<CsvTable> read_csv(std::string text);

}  // namespace lenkwerk::survey_statistics
