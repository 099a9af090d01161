#pragma once
// What other modules may know of measures: every activity of a plan with its latest status and what became of it since a moment.
#include "base/audience.hpp"
#include "base/time.hpp"
#include "modules/measures/ids.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/reader.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace lenkwerk::measures {

struct LatestReport {
    Day day;
    std::string phase, text;
};

// The words are those of rules/phase.hpp and rules/freshness.hpp.
struct ActivityStanding {
    ActivityId id;
    plan::TopicId topic;
    std::string title, responsible, phase;
    std::string freshness, lateness;
    Day last_report;
    std::optional<Day> planned_start, planned_end;
    std::optional<LatestReport> report;     // the latest that the viewer may see
    std::optional<std::string> phase_then;  // at `since`; nothing where it was not there yet, or nobody asked
    bool reported_since = false;            // a report that the viewer may see
    bool serves_goal = false, demo = false;
    Audience audience = Audience::administration();
};

struct StandingQuestion {
    Viewer viewer;
    plan::PlanId plan;
    Day today;
    int due_after = 90, overdue_after = 120, stale_after = 180;  // days without a report
    std::optional<Instant> since = std::nullopt;
};

// Calls `take` for every activity of the plan that the viewer may see, in no order: one statement, however many there are.
void each_standing(storage::Reader const& reader, StandingQuestion const& question,
                   std::function<void(ActivityStanding&&)> const& take);

// The goals that at least one activity serves which the viewer may see and which is not stopped.
std::set<plan::GoalId> goals_served(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan);

}  // namespace lenkwerk::measures
