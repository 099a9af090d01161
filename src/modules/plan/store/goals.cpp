#include "modules/plan/store/goals.hpp"

namespace lenkwerk::plan::store {
namespace {

Goal goal_of(storage::Row const& row) {
    return {row.id<GoalId>(0),
            row.id<PlanId>(1),
            {row.text(3), row.text(4), row.maybe_id<TopicId>(2), row.audience(5)},
            row.number(6)};
}

Indicator indicator_of(storage::Row const& row) {
    IndicatorDraft facts{row.text(2),      row.text(3),       row.text(4),      row.maybe_real(5),
                         row.maybe_day(6), row.maybe_real(7), row.maybe_day(8), static_cast<int>(row.number(9))};
    return {row.id<IndicatorId>(0), row.id<GoalId>(1), std::move(facts), row.number(10)};
}

}  // namespace

std::vector<Goal> goals_of(storage::Reader const& reader, Viewer const& viewer, PlanId plan) {
    return reader.all(R"(
        SELECT id, plan_id, topic_id, title, text, audience, version FROM plan_goals
        WHERE plan_id = $1 AND may_see($2, audience) ORDER BY id)",
                      {plan, viewer}, goal_of);
}

std::optional<Goal> find_goal(storage::Reader const& reader, Viewer const& viewer, GoalId id) {
    return reader.first(
        "SELECT id, plan_id, topic_id, title, text, audience, version FROM plan_goals WHERE id = $1 AND may_see($2, "
        "audience)",
        {id, viewer}, goal_of);
}

GoalId insert_goal(storage::Transaction& tx, PlanId plan, GoalDraft const& draft) {
    return {
        tx.insert("INSERT INTO plan_goals (plan_id, topic_id, title, text, audience, version) VALUES ($1, $2, $3, $4, "
                  "$5, 1) RETURNING id",
                  {plan, draft.topic, draft.title, draft.text, draft.audience})};
}

bool update_goal(storage::Transaction& tx, GoalId id, GoalDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE plan_goals SET topic_id = $3, title = $4, text = $5, audience = $6, version = version + 1 WHERE id = $1 AND version = $2)",
                     {id, version, draft.topic, draft.title, draft.text, draft.audience}) == 1;
}

std::vector<Indicator> indicators_of(storage::Reader const& reader, GoalId goal) {
    return reader.all(R"(
        SELECT id, goal_id, title, unit, source, baseline, baseline_day, target, target_day, every_months, version
        FROM plan_indicators WHERE goal_id = $1 ORDER BY id)",
                      {goal}, indicator_of);
}

std::optional<Indicator> find_indicator(storage::Reader const& reader, IndicatorId id) {
    return reader.first(R"(
        SELECT id, goal_id, title, unit, source, baseline, baseline_day, target, target_day, every_months, version
        FROM plan_indicators WHERE id = $1)",
                        {id}, indicator_of);
}

std::vector<RecordedValue> values_of(storage::Reader const& reader, IndicatorId id) {
    return reader.all("SELECT day, value, note FROM plan_indicator_values WHERE indicator_id = $1 ORDER BY day", {id},
                      [](storage::Row const& row) { return RecordedValue{{row.day(0), row.real(1)}, row.text(2)}; });
}

IndicatorId insert_indicator(storage::Transaction& tx, GoalId goal, IndicatorDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO plan_indicators (goal_id, title, unit, source, baseline, baseline_day, target, target_day, every_months, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) RETURNING id)",
                      {goal, draft.title, draft.unit, draft.source, draft.baseline, draft.baseline_day, draft.target,
                       draft.target_day, draft.every_months})};
}

bool update_indicator(storage::Transaction& tx, IndicatorId id, IndicatorDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE plan_indicators SET title = $3, unit = $4, source = $5, baseline = $6, baseline_day = $7, target = $8, target_day = $9,
               every_months = $10, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, draft.title, draft.unit, draft.source, draft.baseline, draft.baseline_day,
                      draft.target, draft.target_day, draft.every_months}) == 1;
}

void put_value(storage::Transaction& tx, IndicatorId id, RecordedValue const& value) {
    tx.change(R"(
        INSERT INTO plan_indicator_values (indicator_id, day, value, note, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (indicator_id, day) DO UPDATE SET value = excluded.value, note = excluded.note,
               recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by)",
              {id, value.measurement.day, value.measurement.value, value.note, tx.now(), tx.actor().signature()});
}

}  // namespace lenkwerk::plan::store
