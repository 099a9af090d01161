#pragma once
// The changes of topics that "amend" and "extend" carry: written by the office at the session, applied when it is closed.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/commands/findings.hpp"
#include "modules/steering/rules/topic_change.hpp"

namespace lenkwerk::steering {

// Refuses what the plan would refuse if the session were closed now, a topic outside of the field, and a field whose verdict carries
// no changes. `before` and `audience` are taken from the topic.
Outcome<Done> write_change(storage::Transaction& tx, bodies::SessionId session, TopicChange change);
Outcome<Done> withdraw_change(storage::Transaction& tx, bodies::SessionId session, std::int64_t id);

// A step of the closing: all of them with the decision as their source. Refuses where a verdict carries changes but has none, and
// where a topic was changed by somebody else since.
Outcome<Done> apply_changes(storage::Transaction& tx, bodies::SessionId session, std::string const& decision);

}  // namespace lenkwerk::steering
