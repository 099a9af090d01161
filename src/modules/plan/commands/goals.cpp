#include "modules/plan/commands/goals.hpp"

#include "base/text.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/rules/refusals.hpp"
#include "modules/plan/store/goals.hpp"
#include "modules/plan/store/plans.hpp"
#include "modules/plan/store/topics.hpp"

#include <cmath>

namespace lenkwerk::plan {
namespace {

storage::Event event(std::string verb, GoalId id, std::string details = "{}") {
    return {"plan." + std::move(verb), {"goal", id.value}, std::move(details)};
}

void index(storage::Transaction& tx, GoalId id, GoalDraft const& facts) {
    tx.index({{"goal", id.value}, facts.audience, facts.title, facts.text, fmt::format("/ziele/{}", id.value)});
}

std::optional<store::Goal> load(storage::Transaction& tx, GoalId id) {
    return store::find_goal(tx, Viewer::everything(), id);
}

Outcome<GoalDraft> admissible(storage::Transaction& tx, PlanId plan, GoalDraft const& draft) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    if (!store::find_plan(tx, Viewer::everything(), plan)) return plan_unknown();
    if (draft.topic && store::plan_of_topic(tx, *draft.topic) != plan) return topic_unknown("topic");
    return check_goal(draft);
}

}  // namespace

Outcome<GoalId> add_goal(storage::Transaction& tx, PlanId plan, GoalDraft const& draft) {
    auto const checked = admissible(tx, plan, draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_goal(tx, plan, *checked);
    index(tx, id, *checked);
    tx.record(event("goal_added", id));
    return id;
}

Outcome<Done> edit_goal(storage::Transaction& tx, GoalId id, GoalDraft const& draft, std::int64_t version) {
    auto const goal = load(tx, id);
    if (!goal) return goal_unknown();
    auto const checked = admissible(tx, goal->plan, draft);
    if (!checked) return checked.problems();
    if (!store::update_goal(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    index(tx, id, *checked);
    tx.record(event("goal_edited", id));
    return Done{};
}

Outcome<IndicatorId> add_indicator(storage::Transaction& tx, GoalId goal, IndicatorDraft const& draft) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    if (!load(tx, goal)) return goal_unknown();
    auto const checked = check_indicator(draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_indicator(tx, goal, *checked);
    tx.record(event("indicator_added", goal, fmt::format(R"({{"indicator":{}}})", id.value)));
    return id;
}

Outcome<Done> edit_indicator(storage::Transaction& tx, IndicatorId id, IndicatorDraft const& draft,
                             std::int64_t version) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto const indicator = store::find_indicator(tx, id);
    if (!indicator) return indicator_unknown();
    auto const checked = check_indicator(draft);
    if (!checked) return checked.problems();
    if (!store::update_indicator(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    tx.record(event("indicator_edited", indicator->goal, fmt::format(R"({{"indicator":{}}})", id.value)));
    return Done{};
}

Outcome<Done> record_value(storage::Transaction& tx, IndicatorId id, Measurement const& value, std::string const& note,
                           Day today) {
    if (!tx.actor().may(kRecordValue)) return refuse("access.denied");
    auto const indicator = store::find_indicator(tx, id);
    if (!indicator) return indicator_unknown();
    if (value.day > today) return indicator_value_ahead();
    if (!std::isfinite(value.value)) return indicator_not_a_number();
    store::put_value(tx, id, {value, text::trim(note)});
    tx.record(event("value_recorded", indicator->goal,
                    fmt::format(R"({{"indicator":{},"day":"{}"}})", id.value, value.day.iso())));
    return Done{};
}

}  // namespace lenkwerk::plan
