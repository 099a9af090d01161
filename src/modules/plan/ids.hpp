#pragma once
// The ids of the plan that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::plan {

using PlanId = Id<struct PlanTag>;
using TopicId = Id<struct TopicTag>;  // of a field of action too: a field is a topic without a parent
using PlanVersionId = Id<struct PlanVersionTag>;
using GoalId = Id<struct GoalTag>;
using IndicatorId = Id<struct IndicatorTag>;

}  // namespace lenkwerk::plan
