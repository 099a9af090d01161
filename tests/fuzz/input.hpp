#pragma once
// What every fuzz target needs: its input as text, and a way to say that something does not hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace lenkwerk::fuzz {

inline std::string_view text_of(std::uint8_t const* bytes, std::size_t size) {
    return {reinterpret_cast<char const*>(bytes), size};
}

// The first line chooses, the rest is the input.
inline std::string_view first_line(std::string_view& text) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

inline void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace lenkwerk::fuzz
