#pragma once
// Amounts of the budget: rows of a table, or sentences where there is no table.
#include "modules/council/rules/paper_draft.hpp"
#include "modules/council/rules/reading/headings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::council::reading {

// Marks the lines of the table as taken; sentences stay for the text on the financial effects.
std::vector<DraftBudgetAmount> read_budget(std::vector<SectionLine>& lines);

// Whose budget a text speaks of, in the nominative: "im Budget des Amtes 93" → "Amt 93"; empty where it does not say.
std::string holder_in(std::string_view text);

}  // namespace lenkwerk::council::reading
