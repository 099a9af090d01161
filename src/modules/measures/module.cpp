#include "modules/measures/module.hpp"

#include "modules/measures/commands/activities.hpp"
#include "modules/measures/jobs/jobs.hpp"
#include "modules/measures/seed.hpp"
#include "modules/measures/web/panels.hpp"
#include "modules/measures/web/plan_paper.hpp"
#include "modules/measures/web/routes.hpp"

namespace lenkwerk::measures {

Module module() {
    using access::Reach;
    using access::Role;
    Module module;
    module.name = "measures";
    module.needs = {"people", "plan", "places"};
    module.routes = routes();
    module.jobs = job_handlers();
    module.jobs.push_back(
        {std::string(kPrintPlanJob), [](City& city, Job const& job) { print_plan_pdf(city, job, compose_plan); }});
    module.schedules = {{"measures.remind", "daily 06:00"}, {"measures.print_plans", "daily 04:20"}};
    module.subscribers = {{"redaction.performed", drop_printed_plans}};
    module.permissions = {
        {std::string(kManage), {{Role::office}}},
        {std::string(kReport), {{Role::office}, {Role::department, Reach::own}, {Role::partner, Reach::own}}}};
    module.navigation = {
        {20, "measures.list.title", "/massnahmen"},
        {70, "measures.rounds.title", "/sachstandsrunden", {Door::Kind::permission, std::string(kReport)}}};
    module.panels = {{"plan.topic", 10, show_topic_panel},
                     {"plan.goal", 10, show_goal_panel},
                     {"plan.plan", 10, show_plan_panel},
                     {"home.start", 10, show_news},
                     {"people.organisation", 10, show_organisation_panel},
                     {"places.district", 10, show_district_panel}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::measures
