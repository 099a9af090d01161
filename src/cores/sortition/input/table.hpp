#pragma once
// A CSV file as the field brings it: comma, semicolon or tab; UTF-8 or Windows-1252; quoted cells; every cell knows its line.
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"

namespace lenkwerk::sortition::input {

// What a file is called and what it holds.
struct File {
    std::string name;
    std::string_view bytes;
};

constexpr std::size_t kLongestLine = 100'000;  // bytes; longer is not a table of people

// Reads row by row without copying the file; the cells stay valid as long as the text and the reader.
class Rows {
public:
    // `utf8` must be text as `as_utf8` gives it.
    explicit Rows(std::string name, std::string_view utf8);

    // False at the end. Empty lines are passed over. Refused: over-long line, a quote that is never closed.
    Outcome<bool> next(std::vector<std::string_view>& cells);
    int line() const { return line_; }  // of the row that was read last, from 1
    std::string const& name() const { return name_; }

    // What has not been read yet, and a reader of a part of it that begins at the begin of a row.
    std::string_view rest() const { return rest_; }
    Rows only(std::string_view part) const;
    // The text of cells that do not stand in the file as they are; whoever keeps their views keeps it.
    std::list<std::string> take_unquoted() { return std::move(unquoted_); }

private:
    Outcome<bool> read_row(std::vector<std::string_view>& cells);
    std::string_view plain_cell();
    Outcome<std::string_view> quoted_cell(int column);
    bool ends_row();

    std::string name_;
    std::string_view rest_;
    char delimiter_ = ',';
    int line_ = 0, next_line_ = 1;
    std::list<std::string> unquoted_;  // cells with doubled quotes; kept, so that no view of a cell ever dangles
};

// Refused: control characters, i.e. a file that is no text.
Outcome<std::string> as_utf8(File const& file);
// The same without a copy where the bytes are UTF-8 already.
Outcome<std::string> as_utf8(std::string const& name, std::string bytes);

// As cells and headers are compared: without outer spaces, in lower case (ASCII and the Latin letters with diacritics).
std::string folded(std::string_view text);
std::string_view trimmed(std::string_view text);

// Where something is wrong, for a refusal: `line` and `column` count from 1; column 0 where the whole line is meant.
MessageArguments place(std::string const& file, int line, int column, MessageArguments more = {});

// Refusals that every table shares; `where` as place() gives it.
Problems empty_pool(MessageArguments where);
Problems empty_cell(MessageArguments where);
Problems column_missing(std::string const& file, int line, std::string const& name);

}  // namespace lenkwerk::sortition::input
