#pragma once
// The findings of a paper as programs read them; the shape is part of the interface and does not change.
#include "modules/council/council.hpp"

#include <string>

namespace lenkwerk::commands {

std::string json_of(council::PaperDraft const& draft);

}  // namespace lenkwerk::commands
