#include "modules/council/module.hpp"

#include "modules/council/commands/papers.hpp"
#include "modules/council/commands/readings.hpp"
#include "modules/council/seed.hpp"
#include "modules/council/web/pages.hpp"
#include "modules/council/web/routes.hpp"

namespace lenkwerk::council {

Module module() {
    using access::Role;
    Module module;
    module.name = "council";
    module.needs = {"people", "plan", "bodies", "budget"};
    module.routes = routes();
    module.navigation = {{40, "council.list.title", "/vorlagen"}};
    module.panels = {
        {"plan.plan", 20, show_plan_panel}, {"plan.topic", 30, show_topic_panel}, {"bodies.body", 20, show_body_panel}};
    module.permissions = {{std::string(kImport), {{Role::office}}},
                          {std::string(kPublish), {{Role::office}}},
                          {std::string(kRecord), {{Role::office}}}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::council
