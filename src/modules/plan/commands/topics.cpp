#include "modules/plan/commands/topics.hpp"

#include "base/text.hpp"
#include "modules/plan/commands/topic_changes.hpp"
#include "modules/plan/rules/refusals.hpp"
#include "modules/plan/store/topics.hpp"

namespace lenkwerk::plan {
namespace {

bool changed_since(storage::Transaction& tx, TopicId id, Instant seen) {
    auto const history = store::history_of(tx, Viewer::everything(), id);
    return !history.empty() && history.front().valid_from > seen;
}

// May the actor, does the topic exist: then the change of its plan's tree by `rule`.
template <class Rule> Outcome<Done> change_tree(storage::Transaction& tx, TopicId id, std::string verb, Rule rule) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto const plan = store::plan_of_topic(tx, id);
    if (!plan) return topic_unknown();
    auto const changed = rule(load_tree(tx, *plan));
    if (!changed) return changed.problems();
    if (changed->empty()) return Done{};
    keep(tx, *plan, *changed, "");
    tx.record({"plan." + verb, {"topic", id.value}, ids_json(*changed)});
    return Done{};
}

}  // namespace

Outcome<TopicId> add_topic(storage::Transaction& tx, PlanId plan, TopicDraft const& draft, Place const& place) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto const changed = add(load_tree(tx, plan), draft, place);
    if (!changed) return changed.problems();
    auto const id = keep(tx, plan, *changed, "");
    tx.record({"plan.topic_added", {"topic", id.value}, ids_json(*changed)});
    return id;
}

Outcome<Done> edit_topic(storage::Transaction& tx, TopicEdit const& given) {
    if (changed_since(tx, given.id, given.seen)) return refuse("form.changed_meanwhile");
    return change_tree(tx, given.id, "topic_edited",
                       [&](Tree const& tree) { return edit(tree, given.id, given.draft); });
}

Outcome<Done> move_topic(storage::Transaction& tx, TopicId id, Place const& place) {
    return change_tree(tx, id, "topic_moved", [&](Tree const& tree) { return move(tree, id, place); });
}

Outcome<Done> merge_topics(storage::Transaction& tx, TopicId from, TopicId into, std::string const& reason) {
    return change_tree(tx, from, "topic_merged", [&](Tree const& tree) { return merge(tree, from, into, reason); });
}

Outcome<Done> retire_topic(storage::Transaction& tx, TopicId id, std::string const& reason) {
    return change_tree(tx, id, "topic_retired", [&](Tree const& tree) { return retire(tree, id, reason); });
}

Outcome<Done> confirm_topics(storage::Transaction& tx, PlanId plan, std::span<TopicId const> ids,
                             std::string const& decision) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    if (text::trim(decision).empty()) return topic_decision_missing();
    auto const tree = load_tree(tx, plan);
    for (auto const id : ids)
        if (!tree.find(id)) return topic_unknown();
    auto const changed = confirm(tree, ids);
    if (changed.empty()) return topic_nothing_to_confirm();
    keep(tx, plan, changed, text::trim(decision));
    tx.record({"plan.topics_confirmed", {"plan", plan.value}, ids_json(changed)});
    return Done{};
}

Outcome<Done> show_topic(storage::Transaction& tx, TopicId id, Audience const& audience) {
    auto const verb = audience == Audience::everyone() ? "topic_published" : "topic_hidden";
    return change_tree(tx, id, verb, [&](Tree const& tree) -> Outcome<Changed> {
        Changed changed;
        for (auto const below : tree.in_order()) {
            auto topic = tree.at(below);
            if (!tree.is_within(below, id) || topic.audience == audience) continue;
            topic.audience = audience;
            changed.push_back(std::move(topic));
        }
        return changed;
    });
}

}  // namespace lenkwerk::plan
