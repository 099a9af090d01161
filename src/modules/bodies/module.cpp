#include "modules/bodies/module.hpp"

#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/jobs/jobs.hpp"
#include "modules/bodies/seed.hpp"
#include "modules/bodies/web/due_invitations.hpp"
#include "modules/bodies/web/next_sessions.hpp"
#include "modules/bodies/web/pages.hpp"

namespace lenkwerk::bodies {

Module module() {
    Module module;
    module.name = "bodies";
    module.needs = {"people", "plan", "measures"};
    module.routes = routes();
    module.jobs = job_handlers();
    module.schedules = {{"bodies.plan_ahead", "daily 02:30"}};
    module.permissions = {{std::string(kManage), {{access::Role::office}}}};
    module.navigation = {{50, "bodies.list.title", "/gremien"}};
    module.panels = {{"home.start.due", 10, show_due_invitations}, {"home.start", 20, show_next_sessions}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::bodies
