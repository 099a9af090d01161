#include "base/text.hpp"

#include <cstdint>

namespace lenkwerk::text {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// How many bytes of white space `text` begins with.
std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text.front())) return 1;
    return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

std::size_t trailing_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text.back())) return 1;
    return text.ends_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

// The length in bytes of the sequence that `lead` begins, 0 for none (RFC 3629, section 4).
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_whole_sequence(std::string_view bytes) {
    auto const at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 1; i < bytes.size(); ++i)
        if ((at(i) & 0xC0) != 0x80) return false;
    if (at(0) == 0xE0) return at(1) >= 0xA0;
    if (at(0) == 0xED) return at(1) <= 0x9F;
    if (at(0) == 0xF0) return at(1) >= 0x90;
    return at(0) != 0xF4 || at(1) <= 0x8F;
}

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        auto const lead = static_cast<unsigned char>(text.front());
        auto const length = sequence_length(lead);
        if (lead == 0 || length == 0 || length > text.size() || !is_whole_sequence(text.substr(0, length)))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string trim(std::string_view text) {
    while (auto const space = leading_space(text)) text.remove_prefix(space);
    while (auto const space = trailing_space(text)) text.remove_suffix(space);
    return std::string(text);
}

std::string squeeze(std::string_view text) {
    std::string squeezed;
    bool gap = false;
    while (!text.empty()) {
        if (auto const space = leading_space(text)) {
            gap = !squeezed.empty();
            text.remove_prefix(space);
            continue;
        }
        if (gap) squeezed += ' ';
        gap = false;
        squeezed += text.front();
        text.remove_prefix(1);
    }
    return squeezed;
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (std::size_t i = 0; i < lowered.size(); ++i) {
        auto const c = static_cast<unsigned char>(lowered[i]);
        // U+00C0…U+00DE are C3 80…9E, their lower forms lie 0x20 further; U+00D7 (×) is no letter.
        bool const latin_1 = i > 0 && lowered[i - 1] == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
        if ((c >= 'A' && c <= 'Z') || latin_1) lowered[i] = static_cast<char>(c + 0x20);
    }
    return lowered;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found(1);
    for (char const c : text) {
        if (is_word_byte(static_cast<unsigned char>(c)))
            found.back() += c;
        else if (!found.back().empty())
            found.emplace_back();
    }
    if (found.back().empty()) found.pop_back();
    return found;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

}  // namespace lenkwerk::text
