#pragma once
// Verdicts as they are kept: one a field and session.
#include "modules/steering/rules/verdict.hpp"
#include "platform/storage/database.hpp"

#include <vector>

namespace lenkwerk::steering::store {

std::vector<VerdictDraft> verdicts_of(storage::Reader const& reader, Viewer const& viewer, bodies::SessionId session);
// Takes the place of an earlier one.
void put_verdict(storage::Transaction& tx, bodies::SessionId session, VerdictDraft const& verdict);

}  // namespace lenkwerk::steering::store
