#include "cores/opinion_map/csv.hpp"

#include <algorithm>

namespace lenkwerk::opinion_map {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view header) {
    for (char const candidate : {',', ';', '\t'}) {
        if (header.find(candidate) != std::string_view::npos) return candidate;
    }
    return ',';
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
    separator_ = separator_of(text_.substr(0, text_.find('\n')));
}

bool CsvReader::next() {
    do {
        if (at_ >= text_.size()) return false;
        read_record();
    } while (fields_.size() == 1 && fields_.front().text.empty() && !is_broken_);
    return true;
}

bool CsvReader::is_at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' ||
           (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n'));
}

void CsvReader::read_record() {
    line_ = next_line_;
    line_start_ = at_;
    fields_.clear();
    if (!unquoted_.empty()) unquoted_.clear();
    while (true) {
        if (at_ < text_.size() && text_[at_] == '"') {
            read_quoted_field();
        } else {
            read_plain_field();
        }
        if (at_ >= text_.size() || text_[at_] != separator_) break;
        ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size()) ++at_;
    ++next_line_;
}

void CsvReader::read_plain_field() {
    auto const start = at_;
    auto const ends_here = [text = text_, separator = separator_](std::size_t at) {
        auto const character = text[at];
        return character == separator || character == '\n' ||
               (character == '\r' && (at + 1 == text.size() || text[at + 1] == '\n'));
    };
    auto at = start;  // a copy, which nothing that is read can be the same as: ten million lines are worth it
    for (auto const size = text_.size(); at < size && !ends_here(at);) ++at;
    at_ = at;
    fields_.push_back({text_.substr(start, at - start), start - line_start_ + 1});
}

void CsvReader::read_quoted_field() {
    auto const column = at_ - line_start_ + 1;
    auto& content = unquoted_.emplace_back();
    for (++at_;; ++at_) {
        if (at_ >= text_.size()) {
            is_broken_ = true;
            break;
        }
        if (text_[at_] == '\n') ++next_line_;
        if (text_[at_] != '"') {
            content += text_[at_];
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            content += text_[++at_];
        } else {
            ++at_;
            break;
        }
    }
    while (at_ < text_.size() && text_[at_] != separator_ && !is_at_line_end()) content += text_[at_++];
    fields_.push_back({content, column});
}

}  // namespace lenkwerk::opinion_map
