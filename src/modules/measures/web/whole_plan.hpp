#pragma once
// A plan with everything that hangs on it, as one reader may see it: what the exports and the printed plan are made of.
#include "modules/measures/store/whole.hpp"
#include "modules/measures/web/common.hpp"

namespace lenkwerk::measures {

struct WholePlan {
    plan::PlanSummary plan;
    std::vector<plan::TopicLine> topics;  // in the order of the printed plan
    std::vector<plan::GoalLine> goals;
    std::vector<plan::IndicatorLine> indicators;
    std::map<plan::TopicId, std::vector<store::Activity>> activities;
    std::map<ActivityId, std::vector<store::Report>> reports;  // newest first
    std::map<people::OrganisationId, std::string> organisations;
    std::map<places::DistrictId, std::string> districts;
    FreshnessLimits limits;

    std::vector<store::Activity> const& of(plan::TopicId topic) const;
    store::Report const* latest(ActivityId activity) const;  // none where nothing was reported, or nothing to see
    std::string name(people::OrganisationId organisation) const;
    std::string names(std::vector<people::OrganisationId> const& ids) const;  // "Polizei; Ordnungsamt"
    std::string names(std::vector<places::DistrictId> const& ids) const;
    std::string names(std::vector<plan::GoalId> const& ids) const;
};

// The plan of the address; NotFound for who may not see it.
WholePlan whole_plan(web::Visit& visit);
WholePlan whole_plan_of(web::Visit& visit, plan::PlanId id);
// The same for any reader; nothing where there is no such plan for it.
std::optional<WholePlan> whole_plan_as(storage::Reader const& reader, store::Reading const& reading, plan::PlanId id);

}  // namespace lenkwerk::measures
