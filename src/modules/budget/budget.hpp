#pragma once
// What other modules may do with the budget inside their transaction: keep what a paper grants, and show it to others or hide it.
#include "modules/budget/rules/amount.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::budget {

// One amount as its source grants it, on the line that it names.
struct Grant {
    LineFacts line;
    AmountFacts amount;
};
// All that one source grants.
struct Grants {
    Subject source;              // {"paper", 7}
    std::string label, address;  // as readers find it: "26093-22", "/vorlagen/7"
    std::optional<plan::PlanId> plan;
    Audience audience = Audience::administration();
    std::vector<Grant> grants;
};
// Keeps them and ends what the source granted before and grants no longer; nothing doubles. A basis that the office has stated stays
// where the source still does not say. Gives back how many amounts were added, changed or ended. Refuses access.denied and what
// check_line and check_amount refuse.
Outcome<int> keep_grants(storage::Transaction& tx, Grants const& grants);

// Whoever may see the source may see what it grants.
Outcome<Done> show_grants(storage::Transaction& tx, Subject const& source, Audience const& audience);

}  // namespace lenkwerk::budget
