#pragma once
// What other modules may know of bodies: which there are, and their sessions.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/bodies/ids.hpp"
#include "platform/storage/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::bodies {

struct BodyLine {
    BodyId id;
    std::string name, kind;
    bool is_open = true;
};
std::vector<BodyLine> bodies_of_kind(storage::Reader const& reader, std::string_view kind);  // open ones first, by name
std::optional<BodyLine> body(storage::Reader const& reader, BodyId id);

struct SessionLine {
    SessionId id;
    BodyId body;
    std::string body_name, body_kind;
    std::string kind, state;  // words of rules/session.hpp
    Day day;
    int start_minute = 0, minutes = 0;
    std::string place;
    std::optional<Instant> invited_at;
    Audience audience = Audience::administration();
};
std::optional<SessionLine> session(storage::Reader const& reader, Viewer const& viewer, SessionId id);
// The next regular session of the body on `from` or after it, and the last one before `day`; cancelled ones do not count.
std::optional<SessionLine> next_regular(storage::Reader const& reader, Viewer const& viewer, BodyId body, Day from);
std::optional<SessionLine> regular_before(storage::Reader const& reader, BodyId body, Day day);

// A step: the invitation goes out (bodies.session_invited), as the office sends it.
Outcome<Done> invite(storage::Transaction& tx, SessionId id);
// A step: the session took place. A steering group's regular session is closed by its verdicts, which then take this step.
Outcome<Done> hold(storage::Transaction& tx, SessionId id, Day today);

}  // namespace lenkwerk::bodies
