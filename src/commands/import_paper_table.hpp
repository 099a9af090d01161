#pragma once
// The findings of a paper as a person reads them in a terminal, each with the line it stands on.
#include "modules/council/council.hpp"

#include <string>

namespace lenkwerk::commands {

std::string table_of(council::PaperDraft const& draft);

// One line a difference: what, before and now. Empty where there is none.
std::string differences_of(std::vector<council::PaperDifference> const& differences);

}  // namespace lenkwerk::commands
