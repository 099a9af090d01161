#include "cores/survey_statistics/csv.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Cell {
    std::string_view text;
    bool ends_line = false;
};

// Walks over the text cell by cell.
class Cells {
public:
    Cells(std::string_view text, char separator, std::deque<std::string>& unquoted)
        : text_(text), separator_(separator), unquoted_(unquoted) {}

    bool done() const { return place_ >= text_.size(); }
    bool broken() const { return broken_; }
    bool has_text_after_quotation() const { return has_text_after_quotation_; }
    std::size_t line() const { return line_; }
    void skip_empty_lines() {
        while (!done() && (text_[place_] == '\n' || text_[place_] == '\r')) {
            if (text_[place_++] == '\n') ++line_;
        }
    }
    Cell next() {
        if (!done() && text_[place_] == '"') return quoted();
        auto const start = place_;
        while (!done() && text_[place_] != separator_ && text_[place_] != '\n') ++place_;
        auto cell = text_.substr(start, place_ - start);
        if (cell.ends_with('\r')) cell.remove_suffix(1);
        return {cell, ends_line()};
    }

private:
    bool ends_line() {
        if (done()) return true;
        if (text_[place_++] == separator_) {
            // A separator at the very end leaves one empty cell more.
            return false;
        }
        ++line_;
        return true;
    }
    Cell quoted() {
        std::string content;
        ++place_;
        while (true) {
            auto const end = text_.find('"', place_);
            if (end == std::string_view::npos) {
                broken_ = true;
                place_ = text_.size();
                return {{}, true};
            }
            content += text_.substr(place_, end - place_);
            place_ = end + 1;
            if (done() || text_[place_] != '"') break;
            content += '"';
            ++place_;
        }
        line_ += static_cast<std::size_t>(std::ranges::count(content, '\n'));
        for (; !done() && text_[place_] != separator_ && text_[place_] != '\n'; ++place_) {
            if (text_[place_] != '\r' && text_[place_] != ' ') has_text_after_quotation_ = true;
        }
        unquoted_.push_back(std::move(content));
        return {unquoted_.back(), ends_line()};
    }

    std::string_view text_;
    char separator_;
    std::deque<std::string>& unquoted_;
    std::size_t place_ = 0;
    std::size_t line_ = 1;
    bool broken_ = false;
    bool has_text_after_quotation_ = false;
};

char separator_of(std::string_view text) {
    auto const first = text.substr(0, text.find('\n'));
    return std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
}

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }

Problems check_quotation(Cells const& cells, std::size_t line) {
    if (cells.broken()) return refuse("survey.csv.open_quotation", "", {{"line", number(line)}});
    if (cells.has_text_after_quotation()) {
        return refuse("survey.csv.text_after_quotation", "", {{"line", number(line)}});
    }
    return {};
}

Problems check_names(std::vector<std::string> const& names, std::size_t line) {
    std::set<std::string_view> seen;
    for (auto const& name : names) {
        if (!seen.insert(name).second) return refuse("survey.csv.duplicate_column", name, {{"line", number(line)}});
    }
    return {};
}

}  // namespace

Outcome<CsvTable> read_csv(std::string text) {
    CsvTable table;
    table.text_ = std::make_unique<std::string>(std::move(text));
    std::string_view all(*table.text_);
    if (all.starts_with(kByteOrderMark)) all.remove_prefix(kByteOrderMark.size());
    Cells cells(all, separator_of(all), table.unquoted_);
    cells.skip_empty_lines();
    if (cells.done()) return refuse("survey.csv.empty");
    auto const first_line = cells.line();
    for (bool last = false; !last;) {
        auto const cell = cells.next();
        table.header_.emplace_back(cell.text);
        last = cell.ends_line;
    }
    if (auto problems = check_quotation(cells, first_line); !problems.empty()) return problems;
    if (auto problems = check_names(table.header_, first_line); !problems.empty()) return problems;
    for (cells.skip_empty_lines(); !cells.done(); cells.skip_empty_lines()) {
        auto const line = cells.line();
        auto const before = table.cells_.size();
        for (bool last = false; !last;) {
            auto const cell = cells.next();
            table.cells_.push_back(cell.text);
            last = cell.ends_line;
        }
        if (auto problems = check_quotation(cells, line); !problems.empty()) return problems;
        auto const found = table.cells_.size() - before;
        if (found != table.header_.size()) {
            return refuse(
                "survey.csv.column_count", "",
                {{"line", number(line)}, {"found", number(found)}, {"expected", number(table.header_.size())}});
        }
        table.lines_.push_back(line);
    }
    if (table.lines_.empty()) return refuse("survey.csv.empty");
    return table;
}

}  // namespace lenkwerk::survey_statistics
