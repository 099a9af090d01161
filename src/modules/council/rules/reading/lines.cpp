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
