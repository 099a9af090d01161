#include "modules/bodies/module.hpp"

#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/seed.hpp"
#include "modules/bodies/web/pages.hpp"

namespace lenkwerk::bodies {

Module module() {
    Module module;
    module.name = "bodies";
    module.needs = {"people", "plan", "measures"};
    module.routes = {{web::Method::get, "/gremien", list_bodies_page}, {web::Method::get, "/gremien/{id}", show_body}};
    module.permissions = {{std::string(kManage), {{access::Role::office}}}};
    module.navigation = {{50, "bodies.list.title", "/gremien"}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::bodies
