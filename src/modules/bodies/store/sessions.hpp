#pragma once
// Series and sessions as they are kept.
#include "modules/bodies/rules/session.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::bodies::store {

struct Series {
    SeriesId id;
    BodyId body;
    SeriesDraft facts;
    std::optional<Instant> ended_at;
};
std::vector<Series> series_of(storage::Reader const& reader, BodyId body);  // those that go on
std::vector<Series> running_series(storage::Reader const& reader);
std::optional<Series> find_series(storage::Reader const& reader, SeriesId id);
SeriesId insert_series(storage::Transaction& tx, BodyId body, SeriesDraft const& draft);
void end_series(storage::Transaction& tx, SeriesId id, Day last);

struct Session {
    SessionId id;
    BodyId body;
    std::optional<SeriesId> series;
    SessionDraft facts;
    SessionState state = SessionState::planned;
    std::optional<Instant> invited_at, held_at;
    std::int64_t sequence = 0;  // of the calendar entry: grows with every change that guests must hear of
    Audience audience = Audience::administration();
    std::int64_t version = 0;
};
std::vector<Session> sessions_of(storage::Reader const& reader, Viewer const& viewer, BodyId body);  // newest first
std::vector<Session> upcoming(storage::Reader const& reader, Viewer const& viewer, Day from, int most);
std::optional<Session> find_session(storage::Reader const& reader, Viewer const& viewer, SessionId id);
// The last regular session of the body before `day` that was not cancelled.
std::optional<Session> regular_before(storage::Reader const& reader, BodyId body, Day day);
// The next one on `from` or after it.
std::optional<Session> regular_from(storage::Reader const& reader, Viewer const& viewer, BodyId body, Day from);
bool has_session_on(storage::Reader const& reader, SeriesId series, Day day);
SessionId insert_session(storage::Transaction& tx, BodyId body, std::optional<SeriesId> series,
                         SessionDraft const& draft);
// Time, place or kind; the calendar entry's sequence grows.
bool update_session(storage::Transaction& tx, SessionId id, SessionDraft const& draft, std::int64_t version);
void set_state(storage::Transaction& tx, SessionId id, SessionState state);
void set_audience(storage::Transaction& tx, SessionId id, Audience const& audience);

}  // namespace lenkwerk::bodies::store
