#pragma once
// Plain text in UTF-8: the few operations that need no knowledge of a language. What does is in platform/i18n and
// platform/search.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::text {

// Whole and correct UTF-8 without overlong forms, surrogates and the null character.
bool is_utf8(std::string_view text);

// Without white space (ASCII and the no-break space) at both ends.
std::string trim(std::string_view text);

// Runs of white space (line ends too) as one space, none at the ends.
std::string squeeze(std::string_view text);

// Lower case for ASCII, Latin-1 and the letters of German; other letters stay.
std::string lower(std::string_view text);

// The number of code points. The text must be UTF-8.
std::size_t length(std::string_view text);

// The runs of letters and digits (every byte above ASCII counts as a letter).
std::vector<std::string> words(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace lenkwerk::text
