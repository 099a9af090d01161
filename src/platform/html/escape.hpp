#pragma once
// Text as markup: the five characters that HTML reads are written as references, control characters (which no HTML may
// contain) as the replacement character.
#include <string>
#include <string_view>

namespace lenkwerk::html {

void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace lenkwerk::html
