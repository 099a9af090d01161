#include "modules/council/rules/reading/decoding.hpp"

#include "base/text.hpp"
#include "modules/council/rules/paper_refusals.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

// Windows-1252, 0x80 to 0x9F (the Encoding Standard's index); everything above equals Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string from_windows1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        append(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
    }
    return out;
}

enum class Order { little, big };

std::string from_utf16(std::string_view bytes, Order order) {
    std::string out;
    auto const unit = [&](std::size_t i) {
        auto const first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(order == Order::little ? second << 8 | first : first << 8 | second);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i += 2) - 0xDC00);
        }
        append(out, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return out;
}

std::string to_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), Order::little);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Order::big);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return text::is_utf8(bytes) ? std::string(bytes) : from_windows1252(bytes);
}

// Text has no control signs but line ends, tabs and form feeds; a stray one in a hundred lines is forgiven.
bool is_binary(std::string_view text) {
    auto const is_control = [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && (byte < 0x09 || byte > 0x0D));
    };
    if (text.find('\0') != std::string_view::npos) return true;
    return std::ranges::count_if(text, is_control) * 1000 > static_cast<std::ptrdiff_t>(text.size());
}

bool is_blank_sign(char32_t c) {
    return c == 0xA0 || c == 0x3000 || c == 0x202F || c == 0x205F || (c >= 0x2000 && c <= 0x200A);
}
bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
           (c < 0x20 && (c < 0x09 || c > 0x0D)) || c == 0x7F;
}

// A vowel with the combining dots (U+0308), as some PDF writers set it, is the letter with dots.
char dotted_second_byte(char vowel) {
    switch (vowel) {
        case 'a': return '\xA4';
        case 'o': return '\xB6';
        case 'u': return '\xBC';
        case 'A': return '\x84';
        case 'O': return '\x96';
        case 'U': return '\x9C';
        default: return 0;
    }
}

std::string cleaned(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const c = next_code_point(text, at);
        if (c == 0x308 && !out.empty() && dotted_second_byte(out.back()) != 0) {
            auto const second = dotted_second_byte(out.back());
            out.back() = '\xC3';
            out += second;
        } else if (is_blank_sign(c)) {
            out += ' ';
        } else if (c == 0x2028 || c == 0x2029 || c == 0x85) {
            out += '\n';
        } else if (c == 0x2010 || c == 0x2011) {
            out += '-';
        } else if (!is_invisible(c)) {
            append(out, c);
        }
    }
    return out;
}

}  // namespace

Outcome<std::string> decoded(std::string_view bytes) {
    auto const plain = to_utf8(bytes);
    if (is_binary(plain)) return file_is_binary();
    auto clean = cleaned(plain);
    if (trimmed(clean).empty()) return file_is_empty();
    return clean;
}

}  // namespace lenkwerk::council::reading
