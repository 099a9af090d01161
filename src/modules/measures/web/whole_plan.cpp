#include "modules/measures/web/whole_plan.hpp"

#include "modules/people/people.hpp"
#include "modules/places/places.hpp"

namespace lenkwerk::measures {
namespace {

template <class Ids, class Name> std::string joined(Ids const& ids, Name name) {
    std::string text;
    for (auto const id : ids) text += (text.empty() ? "" : "; ") + name(id);
    return text;
}

template <class Key> std::string found_in(std::map<Key, std::string> const& names, Key key) {
    auto const found = names.find(key);
    return found == names.end() ? "" : found->second;
}

void read_names(storage::Reader const& reader, WholePlan& whole) {
    for (auto const& organisation : people::organisations(reader))
        whole.organisations.emplace(organisation.id, organisation.name);
    for (auto const& district : places::districts(reader)) whole.districts.emplace(district.id, district.name);
}

}  // namespace

std::vector<store::Activity> const& WholePlan::of(plan::TopicId topic) const {
    static std::vector<store::Activity> const kNone;
    auto const found = activities.find(topic);
    return found == activities.end() ? kNone : found->second;
}

store::Report const* WholePlan::latest(ActivityId activity) const {
    auto const found = reports.find(activity);
    return found == reports.end() ? nullptr : &found->second.front();
}

std::string WholePlan::name(people::OrganisationId organisation) const { return found_in(organisations, organisation); }

std::string WholePlan::names(std::vector<people::OrganisationId> const& ids) const {
    return joined(ids, [&](auto id) { return name(id); });
}

std::string WholePlan::names(std::vector<places::DistrictId> const& ids) const {
    return joined(ids, [&](auto id) { return found_in(districts, id); });
}

std::string WholePlan::names(std::vector<plan::GoalId> const& ids) const {
    std::map<plan::GoalId, std::string> titles;
    for (auto const& goal : goals) titles.emplace(goal.id, goal.title);
    return joined(ids, [&](auto id) { return found_in(titles, id); });
}

WholePlan whole_plan(web::Visit& visit) { return whole_plan_of(visit, visit.id<plan::PlanId>("id")); }

WholePlan whole_plan_of(web::Visit& visit, plan::PlanId id) {
    auto whole = whole_plan_as(visit.reader(), reading_of(visit), id);
    if (!whole) throw web::NotFound{};
    return *std::move(whole);
}

std::optional<WholePlan> whole_plan_as(storage::Reader const& reader, store::Reading const& reading, plan::PlanId id) {
    auto const plan = plan::plan_of(reader, reading.viewer, id);
    if (!plan) return std::nullopt;
    WholePlan whole;
    whole.plan = *plan;
    whole.limits = {plan->due_after, plan->overdue_after, plan->stale_after};
    whole.topics = plan::outline(reader, reading.viewer, id);
    whole.goals = plan::goals(reader, reading.viewer, id);
    for (auto const& goal : whole.goals)
        for (auto& indicator : plan::indicators(reader, goal.id)) whole.indicators.push_back(std::move(indicator));
    for (auto& activity : store::activities_of_plan(reader, reading, id))
        whole.activities[activity.facts.topic].push_back(std::move(activity));
    for (auto& report : store::reports_of_plan(reader, reading, id))
        whole.reports[report.activity].push_back(std::move(report));
    read_names(reader, whole);
    return whole;
}

}  // namespace lenkwerk::measures
