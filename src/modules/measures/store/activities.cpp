#include "modules/measures/store/activities.hpp"

#include <fmt/ranges.h>

namespace lenkwerk::measures::store {
namespace {

using people::OrganisationId;
using places::DistrictId;
using plan::GoalId;
using plan::TopicId;

// activity_id, plan_id, version, topic_id, title, description, kind, responsible_id, phase, planned_start, planned_end, last_report,
// merged_into_id, audience, valid_from, demo
Activity activity_of(storage::Row const& row) {
    Activity activity;
    activity.id = row.id<ActivityId>(0);
    activity.plan = row.id<plan::PlanId>(1);
    activity.version = row.number(2);
    activity.facts.topic = row.id<TopicId>(3);
    activity.facts.title = row.text(4);
    activity.facts.description = row.text(5);
    activity.facts.kind = kind_of(row.text(6)).value();
    activity.facts.responsible = row.id<OrganisationId>(7);
    activity.facts.phase = phase_of(row.text(8)).value();
    activity.facts.planned_start = row.maybe_day(9);
    activity.facts.planned_end = row.maybe_day(10);
    activity.last_report = row.day(11);
    activity.merged_into = row.maybe_id<ActivityId>(12);
    activity.facts.audience = row.audience(13);
    activity.valid_from = row.instant(14);
    activity.facts.demo = row.flag(15);
    return activity;
}

template <class TheId> TheId first_id(storage::Row const& row) { return row.id<TheId>(0); }

void read_lists(storage::Reader const& reader, Activity& activity) {
    activity.facts.collaborators =
        reader.all("SELECT organisation_id FROM measures_collaborators WHERE activity_id = $1 ORDER BY organisation_id",
                   {activity.id}, first_id<OrganisationId>);
    activity.facts.districts =
        reader.all("SELECT district_id FROM measures_districts WHERE activity_id = $1 ORDER BY district_id",
                   {activity.id}, first_id<DistrictId>);
    activity.facts.goals = reader.all("SELECT goal_id FROM measures_goals WHERE activity_id = $1 ORDER BY goal_id",
                                      {activity.id}, first_id<GoalId>);
}

void write_lists(storage::Transaction& tx, ActivityId id, ActivityDraft const& facts) {
    tx.change("DELETE FROM measures_collaborators WHERE activity_id = $1", {id});
    tx.change("DELETE FROM measures_districts WHERE activity_id = $1", {id});
    tx.change("DELETE FROM measures_goals WHERE activity_id = $1", {id});
    for (auto const organisation : facts.collaborators)
        tx.change("INSERT INTO measures_collaborators (activity_id, organisation_id) VALUES ($1, $2)",
                  {id, organisation});
    for (auto const district : facts.districts)
        tx.change("INSERT INTO measures_districts (activity_id, district_id) VALUES ($1, $2)", {id, district});
    for (auto const goal : facts.goals)
        tx.change("INSERT INTO measures_goals (activity_id, goal_id) VALUES ($1, $2)", {id, goal});
}

void insert_version(storage::Transaction& tx, Activity const& activity) {
    auto const& facts = activity.facts;
    tx.change(R"(
        INSERT INTO measures_activity_versions (activity_id, plan_id, valid_from, version, topic_id, title, description, kind, responsible_id,
                                                phase, planned_start, planned_end, last_report, merged_into_id, audience, changed_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))",
              {activity.id, activity.plan, tx.now(), activity.version, facts.topic, facts.title, facts.description,
               word(facts.kind), facts.responsible, word(facts.phase), facts.planned_start, facts.planned_end,
               activity.last_report, activity.merged_into, facts.audience, tx.actor().signature()});
    write_lists(tx, activity.id, facts);
}

}  // namespace

std::string Reading::own_words() const {
    std::vector<std::int64_t> ids;
    for (auto const id : own) ids.push_back(id.value);
    return fmt::format("{}", fmt::join(ids, " "));
}

std::optional<Activity> find_activity(storage::Reader const& reader, Reading const& reading, ActivityId id) {
    auto activity = reader.first(R"(
        SELECT v.activity_id, v.plan_id, v.version, v.topic_id, v.title, v.description, v.kind, v.responsible_id, v.phase, v.planned_start,
               v.planned_end, v.last_report, v.merged_into_id, v.audience, v.valid_from, a.demo
        FROM measures_activity_versions v JOIN measures_activities a ON a.id = v.activity_id
        WHERE v.activity_id = $1 AND v.valid_to IS NULL
          AND (may_see($2, v.audience) OR may_see($3, CAST(v.responsible_id AS TEXT))))",
                                 {id, reading.viewer, reading.own_words()}, activity_of);
    if (activity) read_lists(reader, *activity);
    return activity;
}

std::vector<Activity> history_of(storage::Reader const& reader, Reading const& reading, ActivityId id) {
    return reader.all(R"(
        SELECT v.activity_id, v.plan_id, v.version, v.topic_id, v.title, v.description, v.kind, v.responsible_id, v.phase, v.planned_start,
               v.planned_end, v.last_report, v.merged_into_id, v.audience, v.valid_from, a.demo
        FROM measures_activity_versions v JOIN measures_activities a ON a.id = v.activity_id
        WHERE v.activity_id = $1 AND (may_see($2, v.audience) OR may_see($3, CAST(v.responsible_id AS TEXT)))
        ORDER BY v.valid_from DESC, v.id DESC)",
                      {id, reading.viewer, reading.own_words()}, activity_of);
}

ActivityId insert_activity(storage::Transaction& tx, plan::PlanId plan, ActivityDraft const& draft, Day today) {
    ActivityId const id{tx.insert(
        "INSERT INTO measures_activities (plan_id, created_at, created_by, demo) VALUES ($1, $2, $3, $4) RETURNING id",
        {plan, tx.now(), tx.actor().signature(), draft.demo})};
    insert_version(tx, {id, plan, draft, today, std::nullopt, 1, tx.now()});
    return id;
}

void put_version(storage::Transaction& tx, Activity const& activity) {
    tx.change("UPDATE measures_activity_versions SET valid_to = $2 WHERE activity_id = $1 AND valid_to IS NULL",
              {activity.id, tx.now()});
    auto next = activity;
    ++next.version;
    insert_version(tx, next);
}

}  // namespace lenkwerk::measures::store
