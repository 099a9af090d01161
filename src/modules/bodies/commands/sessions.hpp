#pragma once
// What the office does with series and sessions.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/rules/session.hpp"

namespace lenkwerk::bodies {

inline constexpr int kSessionsAhead = 4;  // so many regular sessions stand planned at any time

// Begins a series and plans its next sessions.
Outcome<SeriesId> start_series(storage::Transaction& tx, BodyId body, SeriesDraft const& draft, Day today);
// No further sessions are planned; those that stand stay until they are cancelled.
Outcome<Done> end_series(storage::Transaction& tx, SeriesId id, Day last);
// Plans what every running series still lacks; how many. A daily job.
Outcome<int> plan_ahead(storage::Transaction& tx, Day today);

Outcome<SessionId> add_session(storage::Transaction& tx, BodyId body, SessionDraft const& draft);
// Guests hear of it by mail when they were invited already.
Outcome<Done> edit_session(storage::Transaction& tx, SessionId id, SessionDraft const& draft, std::int64_t version);
Outcome<Done> cancel_session(storage::Transaction& tx, SessionId id);
// The invitation goes out: mail with calendar entry to every member with an account. Records bodies.session_invited, in whose
// transaction the steering group's overview is frozen.
Outcome<Done> invite_to_session(storage::Transaction& tx, SessionId id);
// Refuses a regular session of a steering group: that one ends with a verdict on each field of action (module steering).
Outcome<Done> note_session_held(storage::Transaction& tx, SessionId id, Day today);
// The same for whoever has seen to that.
Outcome<Done> close_session(storage::Transaction& tx, SessionId id, Day today);
Outcome<Done> show_session(storage::Transaction& tx, SessionId id, Audience const& audience);

}  // namespace lenkwerk::bodies
