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
            static_cast<int>(path.size()) - 1,
            topic.text};
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

std::optional<GoalLine> goal(storage::Reader const& reader, Viewer const& viewer, GoalId id) {
    auto const found = store::find_goal(reader, viewer, id);
    return found ? std::optional{GoalLine{found->id, found->facts.topic, found->facts.title}} : std::nullopt;
}

std::vector<GoalLine> goals(storage::Reader const& reader, Viewer const& viewer, PlanId plan) {
    std::vector<GoalLine> lines;
    for (auto const& goal : store::goals_of(reader, viewer, plan))
        lines.push_back({goal.id, goal.facts.topic, goal.facts.title});
    return lines;
}

std::vector<IndicatorLine> indicators(storage::Reader const& reader, GoalId goal) {
    std::vector<IndicatorLine> lines;
    for (auto const& indicator : store::indicators_of(reader, goal)) {
        auto const& facts = indicator.facts;
        IndicatorLine line{goal, facts.title, facts.unit, facts.source, facts.baseline, facts.target};
        line.baseline_day = facts.baseline_day;
        line.target_day = facts.target_day;
        if (auto const values = store::values_of(reader, indicator.id); !values.empty()) {
            line.value = values.back().measurement.value;
            line.value_day = values.back().measurement.day;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<TopicEvent> recent_changes(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                                       std::size_t most) {
    auto const tree = load(reader, viewer, plan);
    std::vector<TopicEvent> events;
    for (auto const& [after, before] : store::recent_versions(reader, viewer, plan, most)) {
        bool const imported = !before && !after.source.empty();  // told by the version that it came with
        auto const found = difference_between(before, after.topic);
        if (found && !imported && tree.find(after.topic.id))
            events.push_back(
                {after.topic.id, after.valid_from, after.topic.title, std::string(word(*found)), after.source});
    }
    return events;
}

std::vector<VersionLine> versions(storage::Reader const& reader, PlanId plan) {
    std::vector<VersionLine> lines;
    for (auto const& version : store::versions_of(reader, plan))
        lines.push_back(
            {version.id, version.kind, version.label, version.taken_at, version.decided_on, version.source});
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
