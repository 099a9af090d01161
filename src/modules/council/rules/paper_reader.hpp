#pragma once
// Reads a German council paper (Vorlage) by its grammar: words and shapes, never fixed positions.
#include "base/outcome.hpp"
#include "modules/council/rules/paper_draft.hpp"

#include <cstddef>
#include <string_view>

namespace lenkwerk::council {

inline constexpr std::size_t kLargestPaper = 20'000'000;  // bytes

// `bytes`: the text of a paper in UTF-8 (with or without a mark), UTF-16 with a mark, or Windows-1252; any line ends.
// Refuses council.paper.empty, .too_large, .binary, .not_a_paper. Names and contacts of persons never reach the draft.
Outcome<PaperDraft> read_paper(std::string_view bytes);

}  // namespace lenkwerk::council
