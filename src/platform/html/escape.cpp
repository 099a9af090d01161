#include "platform/html/escape.hpp"

#include <array>

namespace lenkwerk::html {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// What stands for each byte; empty: the byte itself.
constexpr auto kReferences = [] {
    std::array<std::string_view, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        if (c != '\t' && c != '\n' && c != '\r') table[c] = kReplacement;
    table[0x7F] = kReplacement;
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const& reference = kReferences[static_cast<unsigned char>(text[i])];
        if (reference.empty()) continue;
        out.append(text.substr(written, i - written)).append(reference);
        written = i + 1;
    }
    out.append(text.substr(written));
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_escaped(out, text);
    return out;
}

}  // namespace lenkwerk::html
