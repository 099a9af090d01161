#include "modules/bodies/store/sessions.hpp"

namespace lenkwerk::bodies::store {
namespace {

Series series_row(storage::Row const& row) {
    SeriesDraft facts{row.day(2),
                      static_cast<int>(row.number(4)),
                      static_cast<int>(row.number(5)),
                      static_cast<int>(row.number(6)),
                      row.text(7),
                      row.maybe_day(3),
                      static_cast<int>(row.number(8))};
    return {row.id<SeriesId>(0), row.id<BodyId>(1), std::move(facts), row.maybe_instant(9)};
}

Session session_row(storage::Row const& row) {
    SessionDraft facts{session_kind_of(row.text(3)).value(), row.day(5), static_cast<int>(row.number(6)),
                       static_cast<int>(row.number(7)), row.text(8)};
    return {row.id<SessionId>(0),
            row.id<BodyId>(1),
            row.maybe_id<SeriesId>(2),
            std::move(facts),
            session_state_of(row.text(4)),
            row.maybe_instant(9),
            row.maybe_instant(10),
            row.number(11),
            row.audience(12),
            row.number(13)};
}

}  // namespace

std::vector<Series> series_of(storage::Reader const& reader, BodyId body) {
    return reader.all(R"(
        SELECT id, body_id, first_day, last_day, every_months, start_minute, minutes, place, invitation_days, ended_at
        FROM bodies_series WHERE body_id = $1 AND ended_at IS NULL ORDER BY id)",
                      {body}, series_row);
}

std::vector<Series> running_series(storage::Reader const& reader) {
    return reader.all(R"(
        SELECT id, body_id, first_day, last_day, every_months, start_minute, minutes, place, invitation_days, ended_at
        FROM bodies_series WHERE ended_at IS NULL ORDER BY id)",
                      {}, series_row);
}

std::optional<Series> find_series(storage::Reader const& reader, SeriesId id) {
    return reader.first(R"(
        SELECT id, body_id, first_day, last_day, every_months, start_minute, minutes, place, invitation_days, ended_at
        FROM bodies_series WHERE id = $1)",
                        {id}, series_row);
}

SeriesId insert_series(storage::Transaction& tx, BodyId body, SeriesDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO bodies_series (body_id, first_day, last_day, every_months, start_minute, minutes, place, invitation_days)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)",
                      {body, draft.first, draft.last, draft.every_months, draft.start_minute, draft.minutes,
                       draft.place, draft.invitation_days})};
}

void end_series(storage::Transaction& tx, SeriesId id, Day last) {
    tx.change("UPDATE bodies_series SET ended_at = $2, last_day = $3 WHERE id = $1 AND ended_at IS NULL",
              {id, tx.now(), last});
}

std::vector<Session> sessions_of(storage::Reader const& reader, Viewer const& viewer, BodyId body) {
    return reader.all(R"(
        SELECT id, body_id, series_id, kind, state, day, start_minute, minutes, place, invited_at, held_at, sequence, audience, version
        FROM bodies_sessions WHERE body_id = $1 AND may_see($2, audience) ORDER BY day DESC, start_minute DESC, id DESC)",
                      {body, viewer}, session_row);
}

std::vector<Session> upcoming(storage::Reader const& reader, Viewer const& viewer, Day from, int most) {
    return reader.all(R"(
        SELECT id, body_id, series_id, kind, state, day, start_minute, minutes, place, invited_at, held_at, sequence, audience, version
        FROM bodies_sessions WHERE day >= $1 AND state <> 'cancelled' AND may_see($2, audience) ORDER BY day, start_minute, id LIMIT $3)",
                      {from, viewer, most}, session_row);
}

std::optional<Session> find_session(storage::Reader const& reader, Viewer const& viewer, SessionId id) {
    return reader.first(R"(
        SELECT id, body_id, series_id, kind, state, day, start_minute, minutes, place, invited_at, held_at, sequence, audience, version
        FROM bodies_sessions WHERE id = $1 AND may_see($2, audience))",
                        {id, viewer}, session_row);
}

std::optional<Session> regular_before(storage::Reader const& reader, BodyId body, Day day) {
    return reader.first(R"(
        SELECT id, body_id, series_id, kind, state, day, start_minute, minutes, place, invited_at, held_at, sequence, audience, version
        FROM bodies_sessions WHERE body_id = $1 AND day < $2 AND kind = 'regular' AND state <> 'cancelled' ORDER BY day DESC, id DESC LIMIT 1)",
                        {body, day}, session_row);
}

std::optional<Session> regular_from(storage::Reader const& reader, Viewer const& viewer, BodyId body, Day from) {
    return reader.first(R"(
        SELECT id, body_id, series_id, kind, state, day, start_minute, minutes, place, invited_at, held_at, sequence, audience, version
        FROM bodies_sessions WHERE body_id = $1 AND day >= $2 AND kind = 'regular' AND state <> 'cancelled' AND may_see($3, audience)
        ORDER BY day, id LIMIT 1)",
                        {body, from, viewer}, session_row);
}

bool has_session_on(storage::Reader const& reader, SeriesId series, Day day) {
    return reader.exists("SELECT 1 FROM bodies_sessions WHERE series_id = $1 AND day = $2", {series, day});
}

SessionId insert_session(storage::Transaction& tx, BodyId body, std::optional<SeriesId> series,
                         SessionDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO bodies_sessions (body_id, series_id, kind, state, day, start_minute, minutes, place, sequence, audience, version)
        VALUES ($1, $2, $3, 'planned', $4, $5, $6, $7, 0, 'administration', 1) RETURNING id)",
                      {body, series, word(draft.kind), draft.day, draft.start_minute, draft.minutes, draft.place})};
}

bool update_session(storage::Transaction& tx, SessionId id, SessionDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE bodies_sessions SET kind = $3, day = $4, start_minute = $5, minutes = $6, place = $7, sequence = sequence + 1, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, word(draft.kind), draft.day, draft.start_minute, draft.minutes, draft.place}) == 1;
}

void set_state(storage::Transaction& tx, SessionId id, SessionState state) {
    tx.change(R"(
        UPDATE bodies_sessions SET state = $2, sequence = sequence + 1, version = version + 1,
               invited_at = CASE WHEN $2 = 'invited' THEN $3 ELSE invited_at END, held_at = CASE WHEN $2 = 'held' THEN $3 ELSE held_at END
        WHERE id = $1)",
              {id, word(state), tx.now()});
}

void set_audience(storage::Transaction& tx, SessionId id, Audience const& audience) {
    tx.change("UPDATE bodies_sessions SET audience = $2, version = version + 1 WHERE id = $1", {id, audience});
}

}  // namespace lenkwerk::bodies::store
