#pragma once
// How a changed tree is kept, found by search and named in the log: shared by the commands of this module.
#include "modules/plan/rules/tree_changes.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::plan {

// All topics of the plan as they stand now, for commands: rights are asked before.
Tree load_tree(storage::Transaction& tx, PlanId plan);
// Keeps what changed; a topic without id gets one, and the last such id is given back.
TopicId keep(storage::Transaction& tx, PlanId plan, Changed const& changed, std::string const& source);
// {"topics":[4,7]}
std::string ids_json(Changed const& changed);

}  // namespace lenkwerk::plan
