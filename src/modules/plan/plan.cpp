#include "modules/plan/plan.hpp"

#include "modules/plan/rules/comparison.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/store/plans.hpp"
#include "modules/plan/store/topics.hpp"

namespace lenkwerk::plan {
namespace {

PlanSummary summary_of(store::Plan const& plan) {
    auto const& facts = plan.facts;
    return {plan.id,
            facts.title,
            facts.motto,
            std::string(word(plan.state)),
            facts.freshness.due,
            facts.freshness.overdue,
            facts.freshness.stale,
            facts.audience};
}

TopicLine line_of(Tree const& tree, TopicId id) {
    auto const& topic = tree.at(id);
    auto const path = tree.path(id);
    return {id,
            topic.parent,
            path.front(),
            tree.number(id),
            topic.title,
            topic.subtitle,
            std::string(word(topic.state)),
            topic.audience,
            static_cast<int>(path.size()) - 1};
}

Tree load(storage::Reader const& reader, Viewer const& viewer, PlanId plan, std::optional<Instant> at = std::nullopt) {
    return Tree{store::topics_of(reader, viewer, plan, at)};
}

}  // namespace

std::optional<PlanSummary> current_plan(storage::Reader const& reader, Viewer const& viewer) {
    auto const plan = store::current_plan(reader, viewer);
    return plan ? std::optional{summary_of(*plan)} : std::nullopt;
}

std::optional<PlanSummary> plan_of(storage::Reader const& reader, Viewer const& viewer, PlanId id) {
    auto const plan = store::find_plan(reader, viewer, id);
    return plan ? std::optional{summary_of(*plan)} : std::nullopt;
}

std::optional<PlanId> plan_of_topic(storage::Reader const& reader, TopicId topic) {
    return store::plan_of_topic(reader, topic);
}

std::vector<TopicLine> outline(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                               std::optional<Instant> at) {
    auto const tree = load(reader, viewer, plan, at);
    std::vector<TopicLine> lines;
    for (auto const id : tree.in_order()) lines.push_back(line_of(tree, id));
    return lines;
}

std::optional<TopicLine> topic(storage::Reader const& reader, Viewer const& viewer, TopicId id) {
    auto const plan = store::plan_of_topic(reader, id);
    if (!plan) return std::nullopt;
    auto const tree = load(reader, viewer, *plan);
    return tree.find(id) ? std::optional{line_of(tree, id)} : std::nullopt;
}

std::vector<GoalLine> goals(storage::Reader const& reader, Viewer const& viewer, PlanId plan) {
    std::vector<GoalLine> lines;
    for (auto const& goal : store::goals_of(reader, viewer, plan))
        lines.push_back({goal.id, goal.facts.topic, goal.facts.title});
    return lines;
}

std::vector<ChangeLine> changes_since(storage::Reader const& reader, Viewer const& viewer, PlanId plan, Instant since) {
    std::vector<ChangeLine> lines;
    for (auto const& difference : compare(load(reader, viewer, plan, since), load(reader, viewer, plan))) {
        auto const first = difference.differences.front();
        if (first == Difference::renumbered) continue;
        auto const& topic = difference.after ? *difference.after : *difference.before;
        auto const& number = difference.after ? difference.number_after : difference.number_before;
        lines.push_back({difference.id, number, topic.title, std::string(word(first))});
    }
    return lines;
}

}  // namespace lenkwerk::plan
