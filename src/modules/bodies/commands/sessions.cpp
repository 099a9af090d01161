#include "modules/bodies/commands/sessions.hpp"

#include "modules/bodies/rules/refusals.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"

namespace lenkwerk::bodies {
namespace {

storage::Event event(std::string verb, Subject subject, std::string details = "{}") {
    return {"bodies." + std::move(verb), std::move(subject), std::move(details)};
}
Subject subject_of(SessionId id) { return {"session", id.value}; }

Outcome<store::Session> load(storage::Transaction& tx, SessionId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const session = store::find_session(tx, Viewer::everything(), id);
    return session ? Outcome<store::Session>{*session} : session_unknown();
}

SessionDraft session_of(SeriesDraft const& series, Day day) {
    return {SessionKind::regular, day, series.start_minute, series.minutes, series.place};
}

int plan_series(storage::Transaction& tx, store::Series const& series, Day today) {
    int planned = 0;
    for (auto const day : days_of(series.facts, today, kSessionsAhead)) {
        if (store::has_session_on(tx, series.id, day)) continue;
        auto const id = store::insert_session(tx, series.body, series.id, session_of(series.facts, day));
        tx.record(event("session_planned", subject_of(id)));
        ++planned;
    }
    return planned;
}

// `news`: what the members read of: invited, moved, cancelled.
void tell_members_later(storage::Transaction& tx, SessionId id, std::string_view news) {
    tx.enqueue({"bodies.send_invitations", fmt::format(R"({{"session":{},"news":"{}"}})", id.value, news)});
}

// From one state to the next, as the rule allows.
Outcome<Done> advance_session(storage::Transaction& tx, SessionId id, SessionState to, std::string verb) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    auto const state = advance(session->state, to);
    if (!state) return state.problems();
    store::set_state(tx, id, *state);
    tx.record(event(std::move(verb), subject_of(id)));
    return Done{};
}

}  // namespace

Outcome<SeriesId> start_series(storage::Transaction& tx, BodyId body, SeriesDraft const& draft, Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!store::find_body(tx, body)) return body_unknown();
    auto const checked = check_series(draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_series(tx, body, *checked);
    tx.record(event("series_started", {"body", body.value}, fmt::format(R"({{"series":{}}})", id.value)));
    plan_series(tx, {id, body, *checked, std::nullopt}, std::max(today, checked->first));
    return id;
}

Outcome<Done> end_series(storage::Transaction& tx, SeriesId id, Day last) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const series = store::find_series(tx, id);
    if (!series || series->ended_at) return series_unknown();
    store::end_series(tx, id, last);
    tx.record(event("series_ended", {"body", series->body.value}, fmt::format(R"({{"series":{}}})", id.value)));
    return Done{};
}

Outcome<int> plan_ahead(storage::Transaction& tx, Day today) {
    int planned = 0;
    for (auto const& series : store::running_series(tx)) planned += plan_series(tx, series, today);
    return planned;
}

Outcome<SessionId> add_session(storage::Transaction& tx, BodyId body, SessionDraft const& draft) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    if (!store::find_body(tx, body)) return body_unknown();
    auto const checked = check_session(draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_session(tx, body, std::nullopt, *checked);
    tx.record(event("session_planned", subject_of(id)));
    return id;
}

Outcome<Done> edit_session(storage::Transaction& tx, SessionId id, SessionDraft const& draft, std::int64_t version) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    auto const checked = check_session(draft);
    if (!checked) return checked.problems();
    if (!store::update_session(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    if (session->state == SessionState::invited) tell_members_later(tx, id, "moved");
    tx.record(event("session_edited", subject_of(id)));
    return Done{};
}

Outcome<Done> cancel_session(storage::Transaction& tx, SessionId id) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    if (session->state == SessionState::invited) tell_members_later(tx, id, "cancelled");
    return advance_session(tx, id, SessionState::cancelled, "session_cancelled");
}

Outcome<Done> invite_to_session(storage::Transaction& tx, SessionId id) {
    auto const invited = advance_session(tx, id, SessionState::invited, "session_invited");
    if (invited) tell_members_later(tx, id, "invited");
    return invited;
}

Outcome<Done> note_session_held(storage::Transaction& tx, SessionId id, Day today) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    auto const body = store::find_body(tx, session->body).value();
    if (ends_with_verdicts(body.facts.kind, session->facts.kind)) return session_ends_with_verdicts();
    return close_session(tx, id, today);
}

Outcome<Done> close_session(storage::Transaction& tx, SessionId id, Day today) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    if (session->facts.day > today) return session_lies_ahead();
    return advance_session(tx, id, SessionState::held, "session_held");
}

Outcome<Done> show_session(storage::Transaction& tx, SessionId id, Audience const& audience) {
    auto const session = load(tx, id);
    if (!session) return session.problems();
    if (session->audience == audience) return Done{};
    store::set_audience(tx, id, audience);
    tx.record(event(audience == Audience::everyone() ? "session_published" : "session_hidden", subject_of(id)));
    return Done{};
}

}  // namespace lenkwerk::bodies
