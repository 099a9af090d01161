// The table as a whole: rows, names that go over two lines, cells that stand in lines of their own.
#include "modules/council/rules/reading/consultation_rows.hpp"
#include "modules/council/rules/reading/dates.hpp"
#include "modules/council/rules/reading/headings.hpp"
#include "modules/council/rules/reading/text.hpp"

namespace lenkwerk::council::reading {
namespace {

bool is_only_date(std::string_view text) {
    auto const date = find_date(text);
    return date && date->begin == 0 && length(text) <= 25;
}

class Table {
public:
    explicit Table(std::vector<SectionLine>& lines) : lines_(lines) {}

    std::vector<DraftConsultation> read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            auto& one = lines_[i];
            if (one.section == Section::consultations && !one.is_heading)
                read_table_line(i);
            else if (!one.is_heading && one.section <= Section::title)
                read_loose_line(i);
        }
        append_pending();
        for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].order = static_cast<int>(i) + 1;
        return std::move(rows_);
    }

private:
    void read_loose_line(std::size_t i) {
        if (auto row = find_consultation(lines_[i].line, RowContext::anywhere)) add(std::move(*row), i);
    }

    void read_table_line(std::size_t i) {
        auto const& line = lines_[i].line;
        if (!rows_.empty() && pending_.empty() && is_role(line.text) && rows_.back().role.empty()) {
            rows_.back().role = line.text;
            return mark(i);
        }
        if (!pending_.empty() && is_only_date(line.text)) return add_pending_with_date(i);
        if (auto row = find_consultation(line, RowContext::in_table)) return add(std::move(*row), i);
        if (!rows_.empty() && pending_.empty() && goes_on(rows_.back().body, line.text)) {
            rows_.back().body = joined(rows_.back().body, line.text);
            return mark(i);
        }
        pending_.push_back(i);
    }

    // No body's name ends in a word like "öffentliche".
    static bool goes_on(std::string_view body, std::string_view next) {
        return continues(body, next) || (!body.empty() && starts_lower(words(body).back()));
    }

    std::string pending_text() const {
        std::string text;
        for (auto i : pending_) text = joined(text, lines_[i].line.text);
        return text;
    }

    // A row whose body began in the line above: its own first line goes on, or the line above is unfinished.
    void add(DraftConsultation row, std::size_t i) {
        if (!pending_.empty() && continues(pending_text(), row.body)) {
            row.body = joined(pending_text(), row.body);
            take_pending(row);
        }
        append_pending();
        rows_.push_back(std::move(row));
        lines_[i].taken = true;
    }

    // A short line that begins no row belongs to the row above, whose cell it ends.
    void append_pending() {
        for (auto i : pending_) {
            auto const& line = lines_[i].line;
            auto const is_name = line.gap != Gap::blank && length(line.text) <= 60 &&
                                 line.text.find_first_of(".:;0123456789") == std::string::npos;
            if (rows_.empty() || !is_name) break;
            rows_.back().body = joined(rows_.back().body, line.text);
            mark(i);
        }
        pending_.clear();
    }

    void add_pending_with_date(std::size_t i) {
        DraftConsultation row{
            .order = 0, .body = pending_text(), .date = find_date(lines_[i].line.text)->day, .role = {}, .lines = {}};
        take_pending(row);
        row.lines.push_back(lines_[i].line.number);
        rows_.push_back(std::move(row));
        lines_[i].taken = true;
    }

    void take_pending(DraftConsultation& row) {
        Lines all;
        for (auto i : pending_) {
            all.push_back(lines_[i].line.number);
            lines_[i].taken = true;
        }
        row.lines.insert(row.lines.begin(), all.begin(), all.end());
        pending_.clear();
    }

    void mark(std::size_t i) {
        rows_.back().lines.push_back(lines_[i].line.number);
        lines_[i].taken = true;
    }

    std::vector<SectionLine>& lines_;
    std::vector<DraftConsultation> rows_;
    std::vector<std::size_t> pending_;  // lines of a name whose row has not come yet
};

}  // namespace

std::vector<DraftConsultation> read_consultations(std::vector<SectionLine>& lines) { return Table(lines).read(); }

}  // namespace lenkwerk::council::reading
