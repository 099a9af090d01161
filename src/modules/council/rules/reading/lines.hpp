#pragma once
// The lines of a paper and the cells of its tables.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

// What stood between a line and the one before it. `page`: a page header was taken out, so nobody knows.
enum class Gap { none, blank, page };

struct Line {
    int number = 0;    // in the source, from 1
    std::string raw;   // with its indentation, without trailing blanks
    std::string text;  // trimmed
    Gap gap = Gap::none;
    bool starts_page = false;  // a form feed stood before it
};

// Blank lines included, page headers too.
std::vector<Line> lines_of(std::string_view text);

struct Cell {
    std::string text;
    std::size_t column = 0;  // where it begins, in signs from 0
    std::size_t tabs = 0;    // how many tabs stand before it
};

// Columns are parted by a tab or by two blanks and more; empty cells are not listed.
std::vector<Cell> cells(std::string_view raw);

// As `cells`, and parted also by a single blank where a column of `header` begins: narrow columns stand close.
std::vector<Cell> cells_below(std::string_view raw, std::vector<Cell> const& header);

// For each cell of `row` the index of the cell of `header` it stands under.
std::vector<std::size_t> columns_of(std::vector<Cell> const& row, std::vector<Cell> const& header);

}  // namespace lenkwerk::council::reading
