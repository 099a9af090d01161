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

// A line of the paper for the reader who checks a finding against it; names and contacts of persons are left out here, too.
struct SourceLine {
    int number = 0;
    std::string text;
    bool operator==(SourceLine const&) const = default;
};
struct PaperReading {
    PaperDraft draft;
    std::vector<SourceLine> source;  // every line that a finding stands on, in order
};
// As read_paper, with the lines that the findings stand on.
Outcome<PaperReading> read_paper_with_source(std::string_view bytes);

}  // namespace lenkwerk::council
