#include "modules/measures/measures.hpp"

#include "modules/measures/rules/freshness.hpp"
#include "modules/measures/store/standings.hpp"

namespace lenkwerk::measures {

void each_standing(storage::Reader const& reader, StandingQuestion const& question,
                   std::function<void(ActivityStanding&&)> const& take) {
    FreshnessLimits const limits{question.due_after, question.overdue_after, question.stale_after};
    store::each_standing(reader, question, [&](ActivityStanding&& standing) {
        auto const phase = phase_of(standing.phase).value();
        standing.freshness = word(freshness(phase, standing.last_report, question.today, limits));
        standing.lateness = word(lateness(phase, standing.planned_start, standing.planned_end, question.today));
        take(std::move(standing));
    });
}

std::set<plan::GoalId> goals_served(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan) {
    return store::goals_served(reader, viewer, plan);
}

}  // namespace lenkwerk::measures
