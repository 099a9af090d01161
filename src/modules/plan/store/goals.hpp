#pragma once
// Goals, indicators and their values as they are kept.
#include "modules/plan/rules/goal.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::plan::store {

struct Goal {
    GoalId id;
    PlanId plan;
    GoalDraft facts;
    std::int64_t version = 0;
};
std::vector<Goal> goals_of(storage::Reader const& reader, Viewer const& viewer, PlanId plan);
std::optional<Goal> find_goal(storage::Reader const& reader, Viewer const& viewer, GoalId id);
GoalId insert_goal(storage::Transaction& tx, PlanId plan, GoalDraft const& draft);
bool update_goal(storage::Transaction& tx, GoalId id, GoalDraft const& draft, std::int64_t version);

struct Indicator {
    IndicatorId id;
    GoalId goal;
    IndicatorDraft facts;
    std::int64_t version = 0;
};
struct RecordedValue {
    Measurement measurement;
    std::string note;
};
std::vector<Indicator> indicators_of(storage::Reader const& reader, GoalId goal);
std::optional<Indicator> find_indicator(storage::Reader const& reader, IndicatorId id);
std::vector<RecordedValue> values_of(storage::Reader const& reader, IndicatorId id);  // oldest first
IndicatorId insert_indicator(storage::Transaction& tx, GoalId goal, IndicatorDraft const& draft);
bool update_indicator(storage::Transaction& tx, IndicatorId id, IndicatorDraft const& draft, std::int64_t version);
// One value a day: a second one of the same day corrects the first.
void put_value(storage::Transaction& tx, IndicatorId id, RecordedValue const& value);

}  // namespace lenkwerk::plan::store
