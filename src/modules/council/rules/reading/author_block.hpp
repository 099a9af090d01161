#pragma once
// The block at the top of a paper: publicity, division, date, urgency, number; who wrote it is counted and left out.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/persons.hpp"

namespace lenkwerk::council::reading {

struct AuthorBlock {
    std::optional<FoundText> number, division, urgency;
    std::optional<Found<Day>> date;
    std::optional<Found<bool>> is_public;
};

AuthorBlock read_author_block(std::vector<SectionLine>& lines, Withheld& withheld);

}  // namespace lenkwerk::council::reading
