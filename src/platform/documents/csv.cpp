#include "platform/documents/csv.hpp"

#include "platform/documents/encoding.hpp"

#include <algorithm>

namespace lenkwerk::documents {

namespace {

char separator_of(std::string_view text) {
    std::array<std::pair<char, int>, 3> counts{{{';', 0}, {',', 0}, {'\t', 0}}};
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n') break;
        for (auto& [separator, count] : counts) count += c == separator ? 1 : 0;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

class CsvReader {
public:
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    Outcome<std::vector<CsvRow>> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            auto row = this->row();
            if (!row) return row.problems();
            bool const is_blank = row->cells.size() == 1 && row->cells.front().empty();
            if (!is_blank) rows.push_back(*std::move(row));
        }
        return rows;
    }

private:
    Outcome<CsvRow> row() {
        CsvRow row{line_, {}};
        for (;;) {
            auto cell = this->cell();
            if (!cell) return cell.problems();
            row.cells.push_back(*std::move(cell));
            if (at_ == text_.size() || text_[at_++] == '\n') break;
        }
        ++line_;
        return row;
    }

    // Ends before the separator, before the line end, or at the end of the text.
    Outcome<std::string> cell() { return at_ < text_.size() && text_[at_] == '"' ? quoted() : plain(); }

    Outcome<std::string> plain() {
        auto const start = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    Outcome<std::string> quoted() {
        int const opened = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (c == '\n') ++line_;
            if (c != '"')
                cell += c;
            else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
                cell += text_[++at_];
            else
                return after(std::move(cell));
        }
        return refuse("documents.csv.open_quote", {}, {{"line", opened}});
    }

    Outcome<std::string> after(std::string cell) {
        ++at_;
        if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
            return refuse("documents.csv.after_quote", {}, {{"line", line_}});
        return cell;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

std::string with_plain_line_ends(std::string text) {
    std::erase(text, '\r');
    return text;
}

bool is_number(std::string_view cell) {
    auto const digits = cell.substr(cell.starts_with('-') || cell.starts_with('+') ? 1 : 0);
    return !digits.empty() && digits.find_first_not_of("0123456789.,") == std::string_view::npos;
}

// OWASP, "CSV injection": what a stranger typed must not compute in the office's spreadsheet.
bool looks_like_formula(std::string_view cell) {
    constexpr std::string_view kStarts = "=+-@\t\r";
    return !cell.empty() && kStarts.find(cell.front()) != std::string_view::npos && !is_number(cell);
}

}  // namespace

Outcome<std::vector<CsvRow>> read_csv(std::string_view bytes) {
    if (bytes.size() > kLongestCsv) return refuse("documents.csv.too_large");
    auto const text = with_plain_line_ends(as_utf8(bytes));
    return CsvReader(text, separator_of(text)).rows();
}

CsvWriter::CsvWriter() : out_("\xEF\xBB\xBF") {}

void CsvWriter::row(std::vector<std::string> const& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out_ += ';';
        out_ += '"';
        if (looks_like_formula(cells[i])) out_ += '\'';
        for (char const c : cells[i]) out_.append(c == '"' ? 2 : 1, c);
        out_ += '"';
    }
    out_ += "\r\n";
}

}  // namespace lenkwerk::documents
