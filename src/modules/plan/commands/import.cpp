// The import of a whole plan, as plan.hpp offers it to other modules.
#include "modules/plan/commands/plans.hpp"
#include "modules/plan/commands/topic_changes.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/plan.hpp"
#include "modules/plan/rules/refusals.hpp"
#include "modules/plan/store/plans.hpp"
#include "modules/plan/store/topics.hpp"

#include <map>

namespace lenkwerk::plan {
namespace {

using ByNumber = std::map<std::string, TopicId>;

Problems problems_of(ImportedPlan const& plan) {
    std::map<std::string, int> seen{{"", 1}};
    for (auto const& topic : plan.topics) {
        if (!seen.contains(topic.parent_number)) return import_parent_missing(topic.number, topic.parent_number);
        if (++seen[topic.number] > 1) return import_number_twice(topic.number);
    }
    return {};
}

Outcome<TopicId> add_imported(storage::Transaction& tx, PlanId plan, ImportedTopic const& topic, Place const& place,
                              ImportedPlan const& from) {
    auto const changed = add(load_tree(tx, plan), {topic.title, topic.subtitle, "", from.audience}, place);
    if (!changed) return changed.problems();
    return keep(tx, plan, *changed, from.source);
}

// Adds the topics that `known` does not have yet, in their order, each behind its siblings.
Outcome<Done> add_new(storage::Transaction& tx, PlanId plan, ImportedPlan const& from, ByNumber& known) {
    for (auto const& topic : from.topics) {
        if (known.contains(topic.number)) continue;
        Place const place{topic.parent_number.empty() ? std::nullopt : std::optional{known.at(topic.parent_number)}};
        auto const id = add_imported(tx, plan, topic, place, from);
        if (!id) return id.problems();
        known.emplace(topic.number, *id);
    }
    return Done{};
}

void keep_version(storage::Transaction& tx, PlanId plan, ImportedPlan const& from, ByNumber const& known) {
    store::Numbers numbers;
    for (auto const& [number, id] : known) numbers.emplace(id, number);
    store::insert_version(tx, {{}, plan, "imported", from.source, tx.now(), from.decided_on, from.source}, numbers);
    tx.record({"plan.imported", {"plan", plan.value}, fmt::format(R"({{"topics":{}}})", numbers.size())});
}

ByNumber imported_before(storage::Transaction& tx, PlanId plan) {
    ByNumber known;
    for (auto const& version : store::versions_of(tx, plan)) {
        if (version.kind != "imported") continue;
        for (auto const& [id, number] : store::numbers_of(tx, version.id)) known.emplace(number, id);
        break;
    }
    return known;
}

// What the paper says of a topic is renamed only where the paper says something else than when it was imported last: what the
// steering group has made of the topic since then stands.
bool says_the_same(storage::Transaction& tx, TopicId id, ImportedTopic const& topic, std::string const& source) {
    for (auto const& version : store::history_of(tx, Viewer::everything(), id))
        if (version.source == source)
            return version.topic.title == topic.title && version.topic.subtitle == topic.subtitle;
    return false;
}

Outcome<Done> rename_changed(storage::Transaction& tx, PlanId plan, ImportedPlan const& again, ByNumber const& known) {
    for (auto const& topic : again.topics) {
        auto const tree = load_tree(tx, plan);
        auto const found = known.find(topic.number);
        if (found == known.end() || !tree.at(found->second).is_alive()) continue;
        if (says_the_same(tx, found->second, topic, again.source)) continue;
        auto const& now = tree.at(found->second);
        auto const changed = edit(tree, found->second, {topic.title, topic.subtitle, now.text, now.audience});
        if (!changed) return changed.problems();
        keep(tx, plan, *changed, again.source);
    }
    return Done{};
}

}  // namespace

Outcome<PlanId> import_plan(storage::Transaction& tx, ImportedPlan const& from) {
    if (auto problems = problems_of(from); !problems.empty()) return problems;
    auto const plan = create_plan(
        tx, {.title = from.title, .motto = from.motto, .mandate_paper = from.paper, .audience = from.audience});
    if (!plan) return plan;
    ByNumber known;
    if (auto const added = add_new(tx, *plan, from, known); !added) return added.problems();
    if (!known.empty()) keep_version(tx, *plan, from, known);
    return plan;
}

Outcome<PlanId> import_again(storage::Transaction& tx, PlanId plan, ImportedPlan const& again) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    if (auto problems = problems_of(again); !problems.empty()) return problems;
    auto known = imported_before(tx, plan);
    if (auto const renamed = rename_changed(tx, plan, again, known); !renamed) return renamed.problems();
    auto const before = known.size();
    if (auto const added = add_new(tx, plan, again, known); !added) return added.problems();
    if (known.size() != before) keep_version(tx, plan, again, known);
    return plan;
}

}  // namespace lenkwerk::plan
