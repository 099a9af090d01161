#include "modules/measures/store/standings.hpp"

namespace lenkwerk::measures::store {
namespace {

ActivityStanding standing_of(storage::Row const& row, std::optional<Instant> since) {
    ActivityStanding standing{.id = row.id<ActivityId>(0),
                              .topic = row.id<plan::TopicId>(1),
                              .title = row.text(2),
                              .responsible = row.text(3),
                              .phase = row.text(4),
                              .freshness = {},
                              .lateness = {},
                              .last_report = row.day(7),
                              .planned_start = row.maybe_day(5),
                              .planned_end = row.maybe_day(6),
                              .report = std::nullopt,
                              .phase_then = row.maybe_text(14),
                              .serves_goal = row.flag(13),
                              .demo = row.flag(9),
                              .audience = row.audience(8)};
    if (row.is_null(10)) return standing;
    standing.report = LatestReport{row.day(10), row.text(11), row.text(12)};
    standing.reported_since = since && row.instant(15) > *since;
    return standing;
}

}  // namespace

// For each activity its latest report that may be seen, its phase at $3 (0: nobody asked) and whether it serves a goal, all found
// by index; the reports that are older are not touched. Unordered: to sort wide rows here costs as much as to read them.
void each_standing(storage::Reader const& reader, StandingQuestion const& question,
                   std::function<void(ActivityStanding&&)> const& take) {
    auto const since = question.since;
    reader.each(R"(
        SELECT a.id, a.topic_id, a.title, a.responsible, a.phase, a.planned_start, a.planned_end, a.last_report, a.audience, a.demo,
               r.day, r.phase, r.text,
               EXISTS (SELECT 1 FROM measures_goals g WHERE g.activity_id = a.id) AS serves_goal,
               CASE WHEN a.valid_from <= $3 THEN a.phase
                    ELSE (SELECT v.phase FROM measures_activity_versions v
                          WHERE v.activity_id = a.id AND v.valid_from <= $3 AND v.valid_to > $3
                          ORDER BY v.valid_from DESC LIMIT 1) END AS phase_then,
               r.reported_at
        FROM measures_current_activities a
        LEFT JOIN measures_status_reports r ON r.id = (
            SELECT l.id FROM measures_status_reports l WHERE l.activity_id = a.id AND may_see($2, l.audience)
            ORDER BY l.reported_at DESC, l.id DESC LIMIT 1)
        WHERE a.plan_id = $1 AND may_see($2, a.audience))",
                {question.plan, question.viewer, since.value_or(Instant{0})},
                [&](storage::Row const& row) { take(standing_of(row, since)); });
}

std::set<plan::GoalId> goals_served(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan) {
    std::set<plan::GoalId> found;
    reader.each(R"(
        SELECT DISTINCT g.goal_id FROM measures_goals g JOIN measures_current_activities a ON a.id = g.activity_id
        WHERE a.plan_id = $1 AND a.phase <> 'stopped' AND may_see($2, a.audience))",
                {plan, viewer}, [&](storage::Row const& row) { found.insert(row.id<plan::GoalId>(0)); });
    return found;
}

}  // namespace lenkwerk::measures::store
