#include "modules/steering/commands/signals.hpp"

#include "modules/bodies/bodies.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/signals.hpp"

namespace lenkwerk::steering {
namespace {

Subject subject_of(SignalId id) { return {"signal", id.value}; }

void index(storage::Transaction& tx, SignalId id, SignalDraft const& facts) {
    tx.index({subject_of(id), facts.audience, facts.title, facts.text, fmt::format("/signale/{}", id.value)});
}

}  // namespace

Outcome<SignalId> file_signal(storage::Transaction& tx, SignalDraft const& draft, Day today) {
    if (!tx.actor().may(kContribute, {"body", draft.body.value})) return refuse("access.denied");
    auto checked = check_signal(draft);
    if (!checked) return checked.problems();
    auto const body = bodies::body(tx, checked->body);
    if (!body || !body->is_open) return signal_body_unknown();
    if (!tx.actor().may(kManage)) checked->audience = Audience::administration();
    auto const id = store::insert_signal(tx, *checked, today);
    index(tx, id, *checked);
    tx.record({"steering.signal_filed", subject_of(id), fmt::format(R"({{"body":{}}})", checked->body.value)});
    return id;
}

Outcome<Done> react_to_signal(storage::Transaction& tx, SignalId id, ReactionDraft const& reaction, Day today) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const signal = store::find_signal(tx, Viewer::everything(), id);
    if (!signal) return signal_unknown();
    auto const checked = check_reaction(reaction, signal->filed_on, today);
    if (!checked) return checked.problems();
    if (!store::set_reaction(tx, id, *checked)) return signal_answered();
    tx.record({"steering.signal_answered", subject_of(id), fmt::format(R"({{"reaction":"{}"}})", checked->kind),
               checked->reason});
    return Done{};
}

Outcome<Done> show_signal(storage::Transaction& tx, SignalId id, Audience const& audience) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto signal = store::find_signal(tx, Viewer::everything(), id);
    if (!signal) return signal_unknown();
    if (signal->facts.audience == audience) return Done{};
    signal->facts.audience = audience;
    store::set_signal_audience(tx, id, audience);
    index(tx, id, signal->facts);
    tx.record(
        {audience == Audience::everyone() ? "steering.signal_published" : "steering.signal_hidden", subject_of(id)});
    return Done{};
}

}  // namespace lenkwerk::steering
