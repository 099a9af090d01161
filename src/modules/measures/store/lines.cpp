// Lists of activities over the view measures_current_activities.
#include "modules/measures/store/activities.hpp"

namespace lenkwerk::measures::store {
namespace {

Line line_of(storage::Row const& row) {
    return {row.id<ActivityId>(0),
            row.id<plan::TopicId>(1),
            row.text(2),
            kind_of(row.text(3)).value(),
            row.id<people::OrganisationId>(4),
            row.text(5),
            phase_of(row.text(6)).value(),
            row.maybe_day(7),
            row.maybe_day(8),
            row.day(9),
            row.audience(10),
            row.flag(11)};
}

}  // namespace

std::vector<Line> of_topic(storage::Reader const& reader, Reading const& reading, plan::TopicId topic) {
    return reader.all(R"(
        SELECT id, topic_id, title, kind, responsible_id, responsible, phase, planned_start, planned_end, last_report, audience, demo
        FROM measures_current_activities WHERE topic_id = $1 AND (may_see($2, audience) OR may_see($3, responsible_word))
        ORDER BY title, id)",
                      {topic, reading.viewer, reading.own_words()}, line_of);
}

std::vector<Line> of_organisation(storage::Reader const& reader, Reading const& reading,
                                  people::OrganisationId organisation) {
    return reader.all(R"(
        SELECT id, topic_id, title, kind, responsible_id, responsible, phase, planned_start, planned_end, last_report, audience, demo
        FROM measures_current_activities WHERE responsible_id = $1 AND (may_see($2, audience) OR may_see($3, responsible_word))
        ORDER BY title, id)",
                      {organisation, reading.viewer, reading.own_words()}, line_of);
}

std::vector<Line> open_of_organisation(storage::Reader const& reader, Reading const& reading, plan::PlanId plan,
                                       people::OrganisationId organisation) {
    return reader.all(R"(
        SELECT id, topic_id, title, kind, responsible_id, responsible, phase, planned_start, planned_end, last_report, audience, demo
        FROM measures_current_activities
        WHERE plan_id = $1 AND responsible_id = $2 AND phase NOT IN ('done', 'stopped')
          AND (may_see($3, audience) OR may_see($4, responsible_word))
        ORDER BY title, id)",
                      {plan, organisation, reading.viewer, reading.own_words()}, line_of);
}

std::vector<Line> of_district(storage::Reader const& reader, Reading const& reading, places::DistrictId district) {
    return reader.all(R"(
        SELECT a.id, a.topic_id, a.title, a.kind, a.responsible_id, a.responsible, a.phase, a.planned_start, a.planned_end, a.last_report, a.audience, a.demo
        FROM measures_districts d JOIN measures_current_activities a ON a.id = d.activity_id
        WHERE d.district_id = $1 AND (may_see($2, a.audience) OR may_see($3, a.responsible_word))
        ORDER BY a.title, a.id)",
                      {district, reading.viewer, reading.own_words()}, line_of);
}

std::vector<Line> of_goal(storage::Reader const& reader, Reading const& reading, plan::GoalId goal) {
    return reader.all(R"(
        SELECT a.id, a.topic_id, a.title, a.kind, a.responsible_id, a.responsible, a.phase, a.planned_start, a.planned_end, a.last_report, a.audience, a.demo
        FROM measures_goals g JOIN measures_current_activities a ON a.id = g.activity_id
        WHERE g.goal_id = $1 AND (may_see($2, a.audience) OR may_see($3, a.responsible_word))
        ORDER BY a.title, a.id)",
                      {goal, reading.viewer, reading.own_words()}, line_of);
}

std::vector<Group> groups_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan) {
    return reader.all(R"(
        SELECT phase, planned_start, planned_end, count(*)
        FROM measures_activity_versions
        WHERE plan_id = $1 AND valid_to IS NULL AND (may_see($2, audience) OR may_see($3, CAST(responsible_id AS TEXT)))
        GROUP BY phase, planned_start, planned_end)",
                      {plan, reading.viewer, reading.own_words()}, [](storage::Row const& row) {
                          return Group{phase_of(row.text(0)).value(), row.maybe_day(1), row.maybe_day(2),
                                       row.number(3)};
                      });
}

std::vector<Line> of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan) {
    return reader.all(R"(
        SELECT id, topic_id, title, kind, responsible_id, responsible, phase, planned_start, planned_end, last_report, audience, demo
        FROM measures_current_activities WHERE plan_id = $1 AND (may_see($2, audience) OR may_see($3, responsible_word))
        ORDER BY topic_id, title, id)",
                      {plan, reading.viewer, reading.own_words()}, line_of);
}

}  // namespace lenkwerk::measures::store
