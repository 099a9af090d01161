#pragma once
// What the office does with goals and indicators; who measures records values.
#include "modules/plan/rules/goal.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::plan {

inline constexpr std::string_view kRecordValue = "plan.record_value";

Outcome<GoalId> add_goal(storage::Transaction& tx, PlanId plan, GoalDraft const& draft);
Outcome<Done> edit_goal(storage::Transaction& tx, GoalId id, GoalDraft const& draft, std::int64_t version);
Outcome<IndicatorId> add_indicator(storage::Transaction& tx, GoalId goal, IndicatorDraft const& draft);
Outcome<Done> edit_indicator(storage::Transaction& tx, IndicatorId id, IndicatorDraft const& draft,
                             std::int64_t version);
// A second value of the same day corrects the first. Refuses days that lie ahead of `today`.
Outcome<Done> record_value(storage::Transaction& tx, IndicatorId id, Measurement const& value, std::string const& note,
                           Day today);

}  // namespace lenkwerk::plan
