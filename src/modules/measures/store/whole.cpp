#include "modules/measures/store/whole.hpp"

namespace lenkwerk::measures::store {
namespace {

using Places = std::map<ActivityId, std::size_t>;

Activity activity_of(storage::Row const& row) {
    Activity activity;
    activity.id = row.id<ActivityId>(0);
    activity.plan = row.id<plan::PlanId>(1);
    activity.facts.topic = row.id<plan::TopicId>(2);
    activity.facts.title = row.text(3);
    activity.facts.description = row.text(4);
    activity.facts.kind = kind_of(row.text(5)).value();
    activity.facts.responsible = row.id<people::OrganisationId>(6);
    activity.facts.phase = phase_of(row.text(7)).value();
    activity.facts.planned_start = row.maybe_day(8);
    activity.facts.planned_end = row.maybe_day(9);
    activity.last_report = row.day(10);
    activity.merged_into = row.maybe_id<ActivityId>(11);
    activity.facts.audience = row.audience(12);
    activity.facts.demo = row.flag(13);
    activity.version = row.number(14);
    return activity;
}

template <class TheId>
auto into(std::vector<Activity>& activities, Places const& places, std::vector<TheId> ActivityDraft::* list) {
    return [&activities, &places, list](storage::Row const& row) {
        auto const place = places.find(row.id<ActivityId>(0));
        if (place != places.end()) (activities[place->second].facts.*list).push_back(row.id<TheId>(1));
    };
}

// The lists of all activities of the plan; those of hidden ones are passed over.
void read_lists(storage::Reader const& reader, plan::PlanId plan, std::vector<Activity>& activities) {
    Places places;
    for (std::size_t i = 0; i < activities.size(); ++i) places.emplace(activities[i].id, i);
    reader.each(R"(
        SELECT l.activity_id, l.organisation_id FROM measures_collaborators l JOIN measures_activities a ON a.id = l.activity_id
        WHERE a.plan_id = $1 ORDER BY l.activity_id, l.organisation_id)",
                {plan}, into(activities, places, &ActivityDraft::collaborators));
    reader.each(R"(
        SELECT l.activity_id, l.district_id FROM measures_districts l JOIN measures_activities a ON a.id = l.activity_id
        WHERE a.plan_id = $1 ORDER BY l.activity_id, l.district_id)",
                {plan}, into(activities, places, &ActivityDraft::districts));
    reader.each(R"(
        SELECT l.activity_id, l.goal_id FROM measures_goals l JOIN measures_activities a ON a.id = l.activity_id
        WHERE a.plan_id = $1 ORDER BY l.activity_id, l.goal_id)",
                {plan}, into(activities, places, &ActivityDraft::goals));
}

Report report_of(storage::Row const& row) {
    return {row.id<StatusReportId>(0),
            row.id<ActivityId>(1),
            row.instant(2),
            row.text(3),
            row.day(4),
            {phase_of(row.text(5)).value(), row.text(6), row.text(7), row.audience(9)},
            row.maybe_id<StatusRoundId>(8)};
}

ReportNews news_of(storage::Row const& row) {
    return {report_of(row), row.id<plan::TopicId>(10), row.text(11), row.text(12)};
}

}  // namespace

std::vector<Activity> activities_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan) {
    auto activities = reader.all(R"(
        SELECT v.activity_id, v.plan_id, v.topic_id, v.title, v.description, v.kind, v.responsible_id, v.phase, v.planned_start,
               v.planned_end, v.last_report, v.merged_into_id, v.audience, a.demo, v.version
        FROM measures_activity_versions v JOIN measures_activities a ON a.id = v.activity_id
        WHERE v.plan_id = $1 AND v.valid_to IS NULL
          AND (may_see($2, v.audience) OR may_see($3, CAST(v.responsible_id AS TEXT)))
        ORDER BY v.topic_id, v.title, v.activity_id)",
                                 {plan, reading.viewer, reading.own_words()}, activity_of);
    read_lists(reader, plan, activities);
    return activities;
}

std::vector<Report> reports_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE a.plan_id = $1 AND ((may_see($2, r.audience) AND may_see($2, a.audience)) OR may_see($3, a.responsible_word))
        ORDER BY r.activity_id, r.reported_at DESC, r.id DESC)",
                      {plan, reading.viewer, reading.own_words()}, report_of);
}

std::vector<ReportNews> news_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                     std::size_t most) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience,
               a.topic_id, a.title, a.responsible
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE a.plan_id = $1 AND may_see($2, r.audience) AND may_see($2, a.audience)
        ORDER BY r.reported_at DESC, r.id DESC LIMIT $3)",
                      {plan, viewer, most}, news_of);
}

std::vector<ReportNews> latest_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                       std::size_t most) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience,
               a.topic_id, a.title, a.responsible
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE a.plan_id = $1 AND may_see($2, r.audience) AND may_see($2, a.audience)
        ORDER BY r.day DESC, r.reported_at DESC, r.id DESC LIMIT $3)",
                      {plan, viewer, most}, news_of);
}

std::vector<ReportNews> news_of_district(storage::Reader const& reader, Viewer const& viewer,
                                         places::DistrictId district, std::size_t most) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience,
               a.topic_id, a.title, a.responsible
        FROM measures_districts d
        JOIN measures_current_activities a ON a.id = d.activity_id
        JOIN measures_status_reports r ON r.activity_id = a.id
        WHERE d.district_id = $1 AND may_see($2, r.audience) AND may_see($2, a.audience)
        ORDER BY r.reported_at DESC, r.id DESC LIMIT $3)",
                      {district, viewer, most}, news_of);
}

}  // namespace lenkwerk::measures::store
