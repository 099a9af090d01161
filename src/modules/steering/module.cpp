#include "modules/steering/module.hpp"

#include "modules/steering/commands/findings.hpp"
#include "modules/steering/commands/freeze.hpp"
#include "modules/steering/seed.hpp"
#include "modules/steering/web/overview_view.hpp"
#include "modules/steering/web/pages.hpp"

namespace lenkwerk::steering {

Module module() {
    using access::Reach;
    using access::Role;
    Module module;
    module.name = "steering";
    module.needs = {"people", "plan", "measures", "bodies"};
    module.routes = routes();
    module.jobs = {{"steering.print", [](City& city, Job const& job) { print_overview(city, job, print); }},
                   {"steering.print_missing", print_missing}};
    module.schedules = {{"steering.print_missing", "daily 04:10"}};
    module.permissions = {
        {std::string(kManage), {{Role::office}}},
        {std::string(kContribute), {{Role::office}, {Role::member, Reach::own}, {Role::lead, Reach::own}}}};
    module.navigation = {
        {15, "steering.overview.title", "/uebersicht"},
        {55, "steering.signals.title", "/signale"},
        {56, "steering.findings.title", "/perspektiven", {Door::Kind::permission, std::string(kContribute)}}};
    module.panels = {{"bodies.session", 10, show_session_panel}, {"bodies.session", 20, show_verdict_panel}};
    module.subscribers = {{"bodies.session_invited", freeze_overviews}, {"redaction.performed", print_redacted_anew}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::steering
