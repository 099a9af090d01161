#pragma once
// Sessions of a series whose invitation should have gone out, but has not.
#include "modules/bodies/ids.hpp"
#include "platform/storage/database.hpp"

#include <vector>

namespace lenkwerk::bodies::store {

struct DueInvitation {
    SessionId session;
    std::string body_name;
    Day day, due;  // of the session; when its invitation is to go out, by its series
};
// Those due on `today` or before, for sessions that still lie ahead; the next session first.
std::vector<DueInvitation> due_invitations(storage::Reader const& reader, Day today);
// When the invitation of this session is to go out; nothing where it belongs to no series.
std::optional<Day> invitation_due(storage::Reader const& reader, SessionId session);

}  // namespace lenkwerk::bodies::store
