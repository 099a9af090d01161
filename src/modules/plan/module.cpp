#include "modules/plan/module.hpp"

#include "modules/plan/seed.hpp"
#include "modules/plan/web/routes.hpp"

namespace lenkwerk::plan {

Module module() {
    using access::Role;
    Module module;
    module.name = "plan";
    module.needs = {"people"};
    module.routes = routes();
    module.permissions = {{"plan.edit", {{Role::office}}}, {"plan.record_value", {{Role::office}}}};
    module.seeds = {{plant}};
    module.navigation = {{10, "plan.navigation", "/plan"}};
    return module;
}

}  // namespace lenkwerk::plan
