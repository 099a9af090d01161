#include "cores/sortition/input/table.hpp"

#include <algorithm>

namespace lenkwerk::sortition::input {
namespace {

char delimiter_of(std::string_view text) {
    auto const first = text.substr(0, text.find('\n'));
    auto const count = [&](char c) { return std::ranges::count(first, c); };
    if (count(';') > count(',') && count(';') >= count('\t')) return ';';
    return count('\t') > count(',') ? '\t' : ',';
}

std::string undoubled(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        text += raw[i];
        if (raw[i] == '"') ++i;
    }
    return text;
}

}  // namespace

MessageArguments place(std::string const& file, int line, int column, MessageArguments more) {
    MessageArguments arguments{{"file", file}, {"line", std::int64_t{line}}, {"column", std::int64_t{column}}};
    std::ranges::move(more, std::back_inserter(arguments));
    return arguments;
}

Problems empty_pool(MessageArguments where) { return refuse("sortition.input.empty_pool", {}, std::move(where)); }

Problems empty_cell(MessageArguments where) { return refuse("sortition.input.empty_cell", {}, std::move(where)); }

Problems column_missing(std::string const& file, int line, std::string const& name) {
    return refuse("sortition.people.column_missing", {}, place(file, line, 0, {{"name", name}}));
}

Rows::Rows(std::string name, std::string_view utf8) : name_(std::move(name)), rest_(utf8) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    delimiter_ = delimiter_of(rest_);
}

Rows Rows::only(std::string_view part) const {
    auto rows = *this;
    rows.rest_ = part;
    return rows;
}

Outcome<bool> Rows::next(std::vector<std::string_view>& cells) {
    while (!rest_.empty()) {
        auto row = read_row(cells);
        if (!row) return row;
        bool const blank = cells.size() == 1 && trimmed(cells.front()).empty();
        if (!blank) return true;
    }
    return false;
}

Outcome<bool> Rows::read_row(std::vector<std::string_view>& cells) {
    cells.clear();
    line_ = next_line_++;
    auto const begin = rest_.data();
    for (int column = 1;; ++column) {
        if (!rest_.empty() && rest_.front() == '"') {
            auto cell = quoted_cell(column);
            if (!cell) return cell.problems();
            cells.push_back(*cell);
        } else {
            cells.push_back(plain_cell());
        }
        if (static_cast<std::size_t>(rest_.data() - begin) > kLongestLine) {
            return refuse("sortition.input.line_too_long", {},
                          place(name_, line_, column, {{"most", std::int64_t{kLongestLine}}}));
        }
        if (ends_row()) return true;
    }
}

std::string_view Rows::plain_cell() {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != delimiter_ && rest_[end] != '\n' && rest_[end] != '\r') ++end;
    auto const cell = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return cell;
}

// A quoted cell may hold delimiters and line breaks; a doubled quote stands for one.
Outcome<std::string_view> Rows::quoted_cell(int column) {
    auto const content = rest_.substr(1);
    std::size_t at = 1;
    bool doubled = false;
    while (true) {
        auto const quote = rest_.find('"', at);
        if (quote == std::string_view::npos)
            return refuse("sortition.input.quote_open", {}, place(name_, line_, column));
        at = quote + 1;
        if (at >= rest_.size() || rest_[at] != '"') break;
        doubled = true;
        ++at;
    }
    auto const raw = content.substr(0, at - 2);
    rest_.remove_prefix(at);
    plain_cell();  // whatever stands between the closing quote and the delimiter is no content
    next_line_ += static_cast<int>(std::ranges::count(raw, '\n'));
    return doubled ? std::string_view(unquoted_.emplace_back(undoubled(raw))) : raw;
}

// Behind a cell stands the delimiter, or the end of the row.
bool Rows::ends_row() {
    if (rest_.empty()) return true;
    char const mark = rest_.front();
    rest_.remove_prefix(1);
    if (mark == delimiter_) return false;
    if (mark == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
    return true;
}

}  // namespace lenkwerk::sortition::input
