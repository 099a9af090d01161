#include "modules/steering/store/signals.hpp"

namespace lenkwerk::steering::store {
namespace {

Signal signal_of(storage::Row const& row) {
    Signal signal{
        row.id<SignalId>(0), {row.id<bodies::BodyId>(1), row.text(2), row.text(3), row.audience(4)}, row.day(5)};
    if (auto const kind = row.maybe_text(6)) signal.reaction = ReactionDraft{*kind, row.text(7), row.day(8)};
    return signal;
}

}  // namespace

std::vector<Signal> signals(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT id, body_id, title, text, audience, filed_on, reaction, reason, reacted_on FROM steering_signals
        WHERE may_see($1, audience) ORDER BY filed_on DESC, id DESC)",
                      {viewer}, signal_of);
}

std::optional<Signal> find_signal(storage::Reader const& reader, Viewer const& viewer, SignalId id) {
    return reader.first(R"(
        SELECT id, body_id, title, text, audience, filed_on, reaction, reason, reacted_on FROM steering_signals
        WHERE id = $1 AND may_see($2, audience))",
                        {id, viewer}, signal_of);
}

std::vector<Signal> signals_for(storage::Reader const& reader, Viewer const& viewer, bodies::BodyId body,
                                std::optional<Day> since) {
    return reader.all(R"(
        SELECT id, body_id, title, text, audience, filed_on, reaction, reason, reacted_on FROM steering_signals
        WHERE body_id = $1 AND may_see($2, audience) AND (reacted_on IS NULL OR reacted_on >= $3) ORDER BY filed_on, id)",
                      {body, viewer, since.value_or(Day{}).iso()}, signal_of);
}

SignalId insert_signal(storage::Transaction& tx, SignalDraft const& draft, Day day) {
    return {tx.insert(R"(
        INSERT INTO steering_signals (body_id, title, text, audience, filed_on, filed_by, reason)
        VALUES ($1, $2, $3, $4, $5, $6, '') RETURNING id)",
                      {draft.body, draft.title, draft.text, draft.audience, day, tx.actor().signature()})};
}

bool set_reaction(storage::Transaction& tx, SignalId id, ReactionDraft const& reaction) {
    return tx.change(R"(
        UPDATE steering_signals SET reaction = $2, reason = $3, reacted_on = $4 WHERE id = $1 AND reaction IS NULL)",
                     {id, reaction.kind, reaction.reason, reaction.day}) == 1;
}

void set_signal_audience(storage::Transaction& tx, SignalId id, Audience const& audience) {
    tx.change("UPDATE steering_signals SET audience = $2 WHERE id = $1", {id, audience});
}

}  // namespace lenkwerk::steering::store
