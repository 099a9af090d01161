#pragma once
// A session at which something may be recorded: what the commands of verdicts and of changes ask first.
#include "modules/bodies/bodies.hpp"
#include "modules/plan/ids.hpp"

#include <set>

namespace lenkwerk::steering {

struct Sitting {
    bodies::SessionLine session;
    std::set<plan::TopicId> fields;  // of its frozen overview
};
// Refuses to all but the office, and where the session was not invited with an overview or is closed already.
Outcome<Sitting> sitting(storage::Transaction& tx, bodies::SessionId id);

}  // namespace lenkwerk::steering
