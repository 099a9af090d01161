#pragma once
// Activities as they are kept.
#include "modules/measures/rules/activity.hpp"
#include "platform/storage/database.hpp"
#include "platform/storage/page.hpp"

namespace lenkwerk::measures::store {

struct Activity {
    ActivityId id;
    plan::PlanId plan;
    ActivityDraft facts;
    Day last_report;  // or of the first entry
    std::optional<ActivityId> merged_into;
    std::int64_t version = 0;
    Instant valid_from;
};

// Who reads: what the audience allows, and everything of the own organisations.
struct Reading {
    Viewer viewer;
    std::vector<people::OrganisationId> own = {};

    std::string own_words() const;  // "12 17": may_see() knows words again
};

std::optional<Activity> find_activity(storage::Reader const& reader, Reading const& reading, ActivityId id);

// One line of a list: enough to show and to judge it.
struct Line {
    ActivityId id;
    plan::TopicId topic;
    std::string title;
    Kind kind = Kind::measure;
    people::OrganisationId responsible;
    std::string responsible_name;
    Phase phase = Phase::idea;
    std::optional<Day> planned_start, planned_end;
    Day last_report;
    Audience audience = Audience::administration();
    bool demo = false;
};

std::vector<Line> of_topic(storage::Reader const& reader, Reading const& reading, plan::TopicId topic);
std::vector<Line> of_organisation(storage::Reader const& reader, Reading const& reading,
                                  people::OrganisationId organisation);
// What an organisation is responsible for in a plan and what is not over: what a status round asks about.
std::vector<Line> open_of_organisation(storage::Reader const& reader, Reading const& reading, plan::PlanId plan,
                                       people::OrganisationId organisation);
std::vector<Line> of_district(storage::Reader const& reader, Reading const& reading, places::DistrictId district);
std::vector<Line> of_goal(storage::Reader const& reader, Reading const& reading, plan::GoalId goal);
// How many activities of a plan are in the same phase over the same period: what a sum needs, without reading their texts.
struct Group {
    Phase phase;
    std::optional<Day> planned_start, planned_end;
    std::int64_t activities = 0;
};
std::vector<Group> groups_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan);
std::vector<Line> of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan);

std::vector<Activity> history_of(storage::Reader const& reader, Reading const& reading,
                                 ActivityId id);  // newest first, without lists

ActivityId insert_activity(storage::Transaction& tx, plan::PlanId plan, ActivityDraft const& draft, Day today);
// Ends the valid version and begins the next; the lists (collaborators, districts, goals) are replaced.
void put_version(storage::Transaction& tx, Activity const& activity);

}  // namespace lenkwerk::measures::store
