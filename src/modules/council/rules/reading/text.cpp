#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

// Latin-1 letters by the second byte behind 0xC3; others stay as they are.
std::string_view folded_latin1(unsigned char second) {
    switch (second) {
        case 0x84:
        case 0xA4: return "ae";
        case 0x96:
        case 0xB6: return "oe";
        case 0x9C:
        case 0xBC: return "ue";
        case 0x9F: return "ss";
        default: return {};
    }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_space(text[at])) ++at;
        auto const begin = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        if (at > begin) found.push_back(text.substr(begin, at - begin));
    }
    return found;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (is_space(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c == '\xC3' && i + 1 < text.size() &&
                   !folded_latin1(static_cast<unsigned char>(text[i + 1])).empty()) {
            out += folded_latin1(static_cast<unsigned char>(text[++i]));
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string folded_letters(std::string_view text) {
    auto all = folded(text);
    std::erase_if(all, [](char c) { return c < 'a' || c > 'z'; });
    return all;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    auto const lead = static_cast<unsigned char>(text[at++]);
    auto const more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || at + static_cast<std::size_t>(more) > text.size()) return lead;
    char32_t point = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i) point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return point;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
    if (c >= 0x100 && c < 0x180) return c % 2 == (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c % 2 == 1);
    return c == 0x1E9E;
}

bool is_lower(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    if (c < 0x100) return c >= 0xDF && c != 0xF7;
    return c < 0x180 && !is_upper(c);
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool starts_upper(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_upper(next_code_point(text, at));
}

bool starts_lower(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_lower(next_code_point(text, at));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

WithoutBullet without_bullet(std::string_view text) {
    text = trimmed(text);
    for (std::string_view bullet : {"-",
                                    "–",
                                    "—",
                                    "•",
                                    "*",
                                    "·",
                                    "▪",
                                    "●",
                                    "○",
                                    "◦",
                                    "‣",
                                    "■",
                                    "□",
                                    "►",
                                    "➢",
                                    "✓",
                                    "+",
                                    "\xEF\x82\xB7",
                                    "\xEF\x82\xA7",
                                    "o ",
                                    "> ",
                                    "? ",
                                    "?\t"}) {
        if (!text.starts_with(bullet)) continue;
        auto const rest = trimmed(text.substr(bullet.size()));
        if (!rest.empty()) return {rest, true};
    }
    return {text, false};
}

}  // namespace lenkwerk::council::reading
