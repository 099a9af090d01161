#pragma once
// A draft as one text of the database and back, without loss: draft_in(as_text(draft)) == draft.
#include "modules/council/rules/paper_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::store {

std::string as_text(PaperDraft const& draft);
PaperDraft draft_in(std::string_view text);  // only of what as_text made

std::string as_text(std::vector<SourceLine> const& source);
std::vector<SourceLine> source_in(std::string_view text);

}  // namespace lenkwerk::council::store
