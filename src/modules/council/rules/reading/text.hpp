#pragma once
// German text as a reader sees it: words, letter case, line wraps, sentences. All strings are UTF-8.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> words(std::string_view text);
// Both give views into `text`: a temporary would be gone.
std::string_view trimmed(std::string&& text) = delete;
std::vector<std::string_view> words(std::string&& text) = delete;

// For comparing: lower case, ä ö ü ß as ae oe ue ss, one space between words.
std::string folded(std::string_view text);

// Folded, without digits and signs: "Sach- konto" and "Sachkonto:" are both "sachkonto".
std::string folded_letters(std::string_view text);

// The code point at `at`, and `at` moved behind it; a broken byte counts as itself.
char32_t next_code_point(std::string_view text, std::size_t& at);
std::size_t length(std::string_view text);  // in code points

bool is_upper(char32_t letter);
bool is_lower(char32_t letter);
bool is_digits(std::string_view text);  // one or more of 0–9 and nothing else
bool starts_upper(std::string_view text);
bool starts_lower(std::string_view text);

// Is `word` (already folded) one of `list`?
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

// Does the text alone show that `next` is the rest of a sentence or name that a line break cut?
bool continues(std::string_view previous, std::string_view next);

// Two pieces of a wrapped text as one; a hyphen of the typesetter goes, a hyphen of the writer ("Ordnungs- und") stays.
std::string joined(std::string_view previous, std::string_view next);

// "Amt des Rates. Am 9. Februar …" is cut between sentences, not behind abbreviations, ordinals or dates.
std::vector<std::string> sentences(std::string_view text);

struct WithoutBullet {
    std::string_view text;
    bool had_bullet = false;
};
WithoutBullet without_bullet(std::string_view text);

}  // namespace lenkwerk::council::reading
