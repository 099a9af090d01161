#pragma once
// From the bytes of a file to clean UTF-8, whatever program wrote it.
#include "base/outcome.hpp"

#include <string>
#include <string_view>

namespace lenkwerk::council::reading {

// UTF-8, UTF-16 with a mark, or else Windows-1252. Every kind of blank becomes a plain one, invisible signs go, a letter
// followed by its dots becomes one letter. Refuses council.paper.empty and council.paper.binary.
Outcome<std::string> decoded(std::string_view bytes);

}  // namespace lenkwerk::council::reading
