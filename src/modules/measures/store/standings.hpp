#pragma once
// How all activities of a plan stand, read at once.
#include "modules/measures/measures.hpp"

namespace lenkwerk::measures::store {

// Without freshness and lateness, which the rules know.
void each_standing(storage::Reader const& reader, StandingQuestion const& question,
                   std::function<void(ActivityStanding&&)> const& take);

std::set<plan::GoalId> goals_served(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan);

}  // namespace lenkwerk::measures::store
