// What a body decided of the plan: the same rules as for the office's own edits, with the decision as the source.
#include "modules/plan/commands/topic_changes.hpp"
#include "modules/plan/plan.hpp"
#include "modules/plan/rules/refusals.hpp"
#include "modules/plan/store/topics.hpp"

namespace lenkwerk::plan {
namespace {

bool changed_since(storage::Reader const& reader, TopicId id, Instant seen) {
    auto const history = store::history_of(reader, Viewer::everything(), id);
    return !history.empty() && history.front().valid_from > seen;
}

Outcome<Changed> changed_by(Tree const& tree, DecidedChange const& change) {
    auto const* const topic = tree.find(change.topic);
    if (!topic) return topic_unknown();
    TopicDraft const draft{change.title, change.subtitle, change.text, topic->audience};
    switch (change.kind) {
        case DecidedChange::Kind::reword: return edit(tree, change.topic, draft);
        case DecidedChange::Kind::add: return add(tree, draft, {change.topic});
        case DecidedChange::Kind::retire: return retire(tree, change.topic, change.text);
    }
    throw std::logic_error("unknown kind of change");
}

std::string verb_of(DecidedChange::Kind kind) {
    switch (kind) {
        case DecidedChange::Kind::reword: return "plan.topic_edited";
        case DecidedChange::Kind::add: return "plan.topic_added";
        case DecidedChange::Kind::retire: return "plan.topic_retired";
    }
    throw std::logic_error("unknown kind of change");
}

}  // namespace

Outcome<Done> check_decided(storage::Reader const& reader, DecidedChange const& change) {
    auto const plan = store::plan_of_topic(reader, change.topic);
    if (!plan) return topic_unknown();
    auto const changed = changed_by(Tree{store::topics_of(reader, Viewer::everything(), *plan)}, change);
    if (!changed) return changed.problems();
    if (changed->empty()) return topic_nothing_changes();
    bool const builds_on_it = change.kind != DecidedChange::Kind::add;
    if (builds_on_it && changed_since(reader, change.topic, change.seen)) return topic_changed_meanwhile();
    return Done{};
}

Outcome<TopicId> apply_decided(storage::Transaction& tx, DecidedChange const& change, std::string const& decision) {
    auto const plan = store::plan_of_topic(tx, change.topic);
    if (!plan) return topic_unknown();
    auto changed = changed_by(load_tree(tx, *plan), change);
    if (!changed) return changed.problems();
    // What the body itself worded is confirmed by that.
    for (auto& topic : *changed)
        if (topic.is_alive() && (!topic.id || topic.id == change.topic)) topic.state = TopicState::confirmed;
    auto const added = keep(tx, *plan, *changed, decision);
    auto const subject = added ? added : change.topic;
    tx.record({verb_of(change.kind), {"topic", subject.value}, ids_json(*changed)});
    return subject;
}

}  // namespace lenkwerk::plan
