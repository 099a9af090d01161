#include "modules/steering/commands/topic_changes.hpp"

#include "modules/plan/plan.hpp"
#include "modules/steering/commands/sitting.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/topic_changes.hpp"
#include "modules/steering/store/verdicts.hpp"

#include <algorithm>

namespace lenkwerk::steering {
namespace {

plan::DecidedChange::Kind plan_kind(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::reword: return plan::DecidedChange::Kind::reword;
        case ChangeKind::add: return plan::DecidedChange::Kind::add;
        case ChangeKind::retire: return plan::DecidedChange::Kind::retire;
    }
    throw std::logic_error("unknown kind of change");
}

plan::DecidedChange decided(TopicChange const& change) {
    return {plan_kind(change.kind), change.topic, change.title, change.subtitle, change.text, change.seen};
}

bool has_verdict_for_changes(storage::Reader const& reader, bodies::SessionId session, plan::TopicId field) {
    return std::ranges::any_of(
        store::verdicts_of(reader, Viewer::everything(), session),
        [&](VerdictDraft const& verdict) { return verdict.field == field && carries_changes(verdict.verdict); });
}

}  // namespace

Outcome<Done> write_change(storage::Transaction& tx, bodies::SessionId session, TopicChange change) {
    auto const now = sitting(tx, session);
    if (!now) return now.problems();
    if (!has_verdict_for_changes(tx, session, change.field)) return change_without_verdict();
    auto const topic = plan::topic(tx, Viewer::everything(), change.topic);
    if (!topic || topic->field != change.field) return change_topic_unknown();
    if (auto const checked = plan::check_decided(tx, decided(change)); !checked) return checked.problems();
    change.before = topic->title;
    change.audience = topic->audience;
    store::insert_change(tx, session, change);
    tx.record({"steering.change_written",
               {"session", session.value},
               fmt::format(R"({{"topic":{},"kind":"{}"}})", change.topic.value, word(change.kind))});
    return Done{};
}

Outcome<Done> withdraw_change(storage::Transaction& tx, bodies::SessionId session, std::int64_t id) {
    auto const now = sitting(tx, session);
    if (!now) return now.problems();
    if (!store::remove_change(tx, session, id)) return change_unknown();
    tx.record({"steering.change_withdrawn", {"session", session.value}});
    return Done{};
}

Outcome<Done> apply_changes(storage::Transaction& tx, bodies::SessionId session, std::string const& decision) {
    auto const changes = store::changes_of(tx, Viewer::everything(), session);
    for (auto const& verdict : store::verdicts_of(tx, Viewer::everything(), session))
        if (carries_changes(verdict.verdict) &&
            std::ranges::find(changes, verdict.field, &TopicChange::field) == changes.end())
            return change_missing();
    // First whether all still fit: applying one may move the neighbours of another.
    for (auto const& change : changes)
        if (auto const checked = plan::check_decided(tx, decided(change)); !checked) return checked.problems();
    for (auto const& change : changes)
        if (auto const applied = plan::apply_decided(tx, decided(change), decision); !applied)
            return applied.problems();
    return Done{};
}

}  // namespace lenkwerk::steering
