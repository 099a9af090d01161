#pragma once
// What the office records at a regular session of the steering group: a verdict on each field of action, and the end of the session.
#include "modules/steering/commands/findings.hpp"
#include "modules/steering/rules/verdict.hpp"

#include <vector>

namespace lenkwerk::steering {

// What a form, and a problem of its answer, call a part of the verdict on a field of action: "field12-reason".
std::string name_of(plan::TopicId field, std::string_view part);
// On fields of the overview that was frozen for this session; may be corrected until the session is closed. All of them or, where one
// has a problem, none.
Outcome<Done> give_verdicts(storage::Transaction& tx, bodies::SessionId session,
                            std::vector<VerdictDraft> const& verdicts);

// Notes that the session was held and applies the changes of topics that its verdicts carry, with `decision` as their source. Refuses
// while a field of action has no verdict, or "amend" and "extend" no change.
Outcome<Done> close_session(storage::Transaction& tx, bodies::SessionId session, Day today,
                            std::string const& decision);

}  // namespace lenkwerk::steering
