#include "modules/council/rules/reading/lines.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

Line line_of(std::string_view raw, int number) {
    Line line{.number = number};
    line.starts_page = raw.find('\f') != std::string_view::npos;
    line.raw = std::string(raw);
    std::erase(line.raw, '\f');
    std::erase(line.raw, '\v');
    while (!line.raw.empty() && (line.raw.back() == ' ' || line.raw.back() == '\t')) line.raw.pop_back();
    line.text = std::string(trimmed(line.raw));
    return line;
}

std::size_t nearest(std::size_t column, std::vector<Cell> const& header) {
    auto const distance = [column](Cell const& cell) {
        return cell.column > column ? cell.column - column : column - cell.column;
    };
    auto const found = std::ranges::min_element(header, {}, distance);
    return static_cast<std::size_t>(found - header.begin());
}

// The byte of the word in the cell that begins at `column` or one sign beside it; npos: none, or the cell's first.
std::size_t word_beginning(Cell const& cell, std::size_t column) {
    std::size_t at = 0, sign = cell.column;
    while (at < cell.text.size()) {
        auto const begins = at > 0 && cell.text[at - 1] == ' ' && cell.text[at] != ' ';
        if (begins && sign + 1 >= column && sign <= column + 1) return at;
        next_code_point(cell.text, at);
        ++sign;
    }
    return std::string::npos;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> found;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find_first_of("\r\n", at), text.size());
        found.push_back(line_of(text.substr(at, end - at), static_cast<int>(found.size()) + 1));
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return found;
}

std::vector<Cell> cells(std::string_view raw) {
    std::vector<Cell> found;
    std::size_t column = 0, blanks = 2, tabs = 0;
    for (std::size_t at = 0; at < raw.size();) {
        auto const begin = at;
        next_code_point(raw, at);
        auto const sign = raw.substr(begin, at - begin);
        if (sign == "\t") {
            ++tabs;
            blanks = 2;
        } else if (sign == " ") {
            ++blanks;
        } else {
            if (blanks >= 2)
                found.push_back({.text = {}, .column = column, .tabs = tabs});
            else if (blanks == 1)
                found.back().text += ' ';
            found.back().text += sign;
            blanks = 0;
        }
        ++column;
    }
    return found;
}

std::vector<Cell> cells_below(std::string_view raw, std::vector<Cell> const& header) {
    std::vector<Cell> found;
    for (auto& cell : cells(raw)) {
        auto rest = std::move(cell);
        for (auto const& column : header) {
            auto const cut = rest.tabs == 0 ? word_beginning(rest, column.column) : std::string::npos;
            if (cut == std::string::npos) continue;
            auto const head = std::string_view(rest.text).substr(0, cut);
            found.push_back({std::string(trimmed(head)), rest.column, 0});
            rest = {rest.text.substr(cut), rest.column + length(head), 0};
        }
        found.push_back(std::move(rest));
    }
    return found;
}

std::vector<std::size_t> columns_of(std::vector<Cell> const& row, std::vector<Cell> const& header) {
    std::vector<std::size_t> found;
    auto const by_order = row.size() == header.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
        auto const tabbed =
            row.back().tabs > 0 && row[i].tabs < header.size() && header.back().tabs + 1 == header.size();
        if (by_order)
            found.push_back(i);
        else if (tabbed)
            found.push_back(row[i].tabs);
        else
            found.push_back(row.back().tabs > 0 ? std::min(i, header.size() - 1) : nearest(row[i].column, header));
    }
    return found;
}

}  // namespace lenkwerk::council::reading
