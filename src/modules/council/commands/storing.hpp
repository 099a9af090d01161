#pragma once
// How an admitted draft becomes paper, sequence, plan and budget: shared by the office's confirmation and the city's folder.
#include "modules/council/rules/paper.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::council {

struct Storing {
    PaperDraft draft;  // admitted
    std::string plan_title, plan_motto;
    Audience audience = Audience::administration();
    std::optional<plan::PlanId> plan =
        std::nullopt;  // where it is known; otherwise the one that names the paper as its mandate
};
// Stores it, or what differs where the number is known. Gives back the paper; records what it did.
Outcome<PaperId> store_paper(storage::Transaction& tx, Storing const& storing);

// What search finds of a paper.
void index_paper(storage::Transaction& tx, PaperId id, PaperFacts const& facts, Audience const& audience);
std::string address_of(PaperId id);  // "/vorlagen/7"

}  // namespace lenkwerk::council
