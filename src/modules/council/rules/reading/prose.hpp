#pragma once
// Running text of a section: lines back into paragraphs, and into sentences that know their lines.
#include "modules/council/rules/reading/competence.hpp"
#include "modules/council/rules/reading/headings.hpp"

#include <optional>
#include <vector>

namespace lenkwerk::council::reading {

// Everything of a section that no other rule has taken; marks it as taken. None: the paper has no such section.
std::optional<FoundText> take_text(std::vector<SectionLine>& lines, Section section);

// The first paragraph of a section, as take_text.
std::optional<FoundText> take_paragraph(std::vector<SectionLine>& lines, Section section);

std::vector<SourcedSentence> sentences_of(std::vector<SectionLine> const& lines, Section section);

}  // namespace lenkwerk::council::reading
