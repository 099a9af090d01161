#pragma once
// What several pages of the plan share: addresses, words, badges and the choice of a topic.
#include "modules/plan/rules/tree.hpp"
#include "modules/plan/store/plans.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::plan {

inline constexpr std::string_view kPlanNavigation = "/plan";

html::Url plan_address(PlanId id, std::string_view rest = "");
html::Url topic_address(TopicId id, std::string_view rest = "");
html::Url goal_address(GoalId id, std::string_view rest = "");

// The plan, topic or goal of the address, as the viewer may see it; NotFound otherwise.
store::Plan plan_at(web::Visit& visit);
struct TopicInPlan {
    store::Plan plan;
    std::shared_ptr<Tree const> whole;
    TopicId id;
    Tree const& tree() const { return *whole; }
    Topic const& topic() const { return whole->at(id); }
};
TopicInPlan topic_at(web::Visit& visit);
// As it stands (kept until a topic changes), or as it stood.
std::shared_ptr<Tree const> tree_of(web::Visit& visit, PlanId plan, std::optional<Instant> at = std::nullopt);

// "3.3.1 Versorgungsengpässe"
std::string numbered(Tree const& tree, TopicId id);
// Plan, then the fields and topics above.
std::vector<web::Crumb> crumbs(web::Visit& visit, store::Plan const& plan);
std::vector<web::Crumb> crumbs(web::Visit& visit, TopicInPlan const& in);

void topic_badges(html::Writer& w, web::Visit& visit, Topic const& topic);
void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience);
std::string state_name(web::Visit& visit, PlanState state);

// All living topics as choices of a select, indented by their numbers; `but` and what stands below it are left out.
std::vector<ui::Choice> topic_choices(Tree const& tree, std::optional<TopicId> but = std::nullopt);
std::vector<ui::Choice> audience_choices(web::Visit& visit);
std::optional<TopicId> chosen_topic(std::string const& value);
Audience chosen_audience(web::Fields const& form);

}  // namespace lenkwerk::plan
