#pragma once
// What a word processor repeats on every page ("Fortsetzung der Vorlage", number, page) is taken out of the text.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/lines.hpp"

#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

struct Content {
    std::vector<Line> lines;         // no blank line, no page header
    std::vector<FoundText> numbers;  // the paper's number wherever a page header names it
};

Content without_page_headers(std::vector<Line> const& lines);

// "26093-22", "0123/2024", "BV/12/2024-E1": digits and at least one separator.
bool is_paper_number(std::string_view word);

}  // namespace lenkwerk::council::reading
