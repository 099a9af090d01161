#pragma once
// Refusals as one plain sentence: what, where (file, line, column), what to do. For the command line and for logs.
#include <string>

#include "base/outcome.hpp"

namespace lenkwerk::sortition {

// Throws where a key has no sentence: a refusal without words is a defect.
std::string sentence(Problem const& problem);

}  // namespace lenkwerk::sortition
