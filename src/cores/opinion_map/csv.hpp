#pragma once
// Reads comma-separated text record by record and knows where each field stands (RFC 4180; also ";" and tabs, as
// spreadsheets with German settings write them).
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::opinion_map {

struct Field {
    std::string_view text;
    std::size_t column = 1;  // of its first character in the line, counted in bytes from 1
};

class CsvReader {
public:
    explicit CsvReader(std::string_view text);

    // Goes to the next record that is not empty; false at the end. Fields are valid until the next call.
    bool next();
    std::span<Field const> fields() const { return fields_; }
    std::size_t line() const { return line_; }  // where the record begins, from 1
    // A quotation mark that was opened in this record is never closed.
    bool is_broken() const { return is_broken_; }

private:
    void read_record();
    void read_plain_field();
    void read_quoted_field();
    bool is_at_line_end() const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::size_t line_ = 0;
    std::size_t next_line_ = 1;
    char separator_ = ',';
    bool is_broken_ = false;
    std::vector<Field> fields_;
    std::deque<std::string> unquoted_;
};

}  // namespace lenkwerk::opinion_map
