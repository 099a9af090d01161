#pragma once
// Fields of action and their numbered topics, wherever in the paper they stand.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/headings.hpp"

#include <vector>

namespace lenkwerk::council::reading {

struct PlanOutline {
    std::vector<DraftField> fields;
    std::vector<DraftTopic> topics;
    std::vector<std::size_t> doubtful;  // indices of list lines below a field that are neither topic nor subtitle
};

// Marks nothing as taken: the same lines also belong to the text they stand in.
PlanOutline read_outline(std::vector<SectionLine> const& lines);

}  // namespace lenkwerk::council::reading
