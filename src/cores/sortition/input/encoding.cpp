#include <algorithm>
#include <array>

#include "cores/sortition/input/table.hpp"

namespace lenkwerk::sortition::input {
namespace {

// Windows-1252 differs from ISO 8859-1 in 0x80–0x9F; unassigned places stand for themselves, as in the WHATWG encoding.
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

void append(std::string& text, char16_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        auto const length = sequence_length(static_cast<unsigned char>(bytes[i]));
        if (length == 0 || i + length > bytes.size()) return false;
        for (std::size_t j = 1; j < length; ++j) {
            if ((static_cast<unsigned char>(bytes[i + j]) & 0xC0) != 0x80) return false;
        }
        i += length;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char const byte : bytes) {
        auto const code = static_cast<unsigned char>(byte);
        append(text, code >= 0x80 && code < 0xA0 ? kWindows1252[code - 0x80U] : char16_t{code});
    }
    return text;
}

}  // namespace

Outcome<std::string> as_utf8(std::string const& name, std::string bytes) {
    auto const is_control = [](char byte) {
        return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    };
    auto const strange = std::ranges::find_if(bytes, is_control);
    if (strange != bytes.end()) {
        auto const line = 1 + std::count(bytes.begin(), strange, '\n');
        auto const begin = std::find(std::reverse_iterator(strange), bytes.rend(), '\n').base();
        auto const is_delimiter = [](char byte) { return byte == ',' || byte == ';' || byte == '\t'; };
        auto const cell = 1 + std::count_if(begin, strange, is_delimiter);
        return refuse("sortition.input.not_text", {}, place(name, static_cast<int>(line), static_cast<int>(cell)));
    }
    if (is_utf8(bytes)) return bytes;
    return from_windows_1252(bytes);
}

Outcome<std::string> as_utf8(File const& file) { return as_utf8(file.name, std::string(file.bytes)); }

std::string_view trimmed(std::string_view text) {
    auto const is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

// U+00C0–U+00DE are the capitals of U+00E0–U+00FE; in UTF-8 the second byte moves by the same 0x20.
std::string folded(std::string_view text) {
    std::string result(trimmed(text));
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto const code = static_cast<unsigned char>(result[i]);
        bool const latin = i > 0 && result[i - 1] == '\xC3' && code >= 0x80 && code <= 0x9E && code != 0x97;
        if ((code >= 'A' && code <= 'Z') || latin) result[i] = static_cast<char>(code + 0x20);
    }
    return result;
}

}  // namespace lenkwerk::sortition::input
