#pragma once
// What the refusals of lottery, reserves and replacement say; wording.hpp fills them in.
#include <optional>
#include <string_view>

namespace lenkwerk::sortition::lottery {

// With {place} and the names of the problem's arguments in braces; nothing for keys of others.
std::optional<std::string_view> sentence_for(std::string_view key);

}  // namespace lenkwerk::sortition::lottery
