#pragma once
// What happens to a paper between two programs: other line ends, character sets, blanks and bullets, and page headers anywhere.
#include "modules/council/rules/paper_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council {

std::vector<std::string> lines_of_text(std::string_view text);
std::string text_of_lines(std::vector<std::string> const& lines, std::string_view line_end = "\n");
std::string replaced(std::string text, std::string_view from, std::string_view to);

// As an old program writes it; what has no place there becomes "?".
std::string in_windows1252(std::string_view utf8);

// "- 1.1 Titel" with another sign before the number, or none.
std::string with_bullets(std::string_view text, std::string_view bullet);

// Page headers in the layouts that word processors make of them.
extern std::vector<std::string> const kPageHeaders;

// The findings without the lines they stand on and with all white space of running text as one blank.
PaperDraft only_what_is_said(PaperDraft draft);

}  // namespace lenkwerk::council
