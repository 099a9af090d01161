#include "modules/places/module.hpp"

#include "modules/places/seed.hpp"
#include "modules/places/web/pages.hpp"

namespace lenkwerk::places {

Module module() {
    Module module;
    module.name = "places";
    module.needs = {"people"};
    module.routes = {{web::Method::get, "/stadtbezirke", list_districts_page},
                     {web::Method::get, "/stadtbezirke/{id}", show_district}};
    module.permissions = {{"places.manage", {{access::Role::office}}}};
    module.navigation = {{40, "places.districts.title", "/stadtbezirke"}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::places
