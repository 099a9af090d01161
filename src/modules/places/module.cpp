#include "modules/places/module.hpp"

#include "modules/places/seed.hpp"
#include "modules/places/web/api.hpp"
#include "modules/places/web/pages.hpp"

namespace lenkwerk::places {

Module module() {
    Module module;
    module.name = "places";
    module.needs = {"people"};
    module.routes = {{web::Method::get, "/stadtbezirke", list_districts_page},
                     {web::Method::get, "/stadtbezirke/{id}", show_district},
                     {web::Method::get, "/api/v1/districts", list_districts_as_json},
                     {web::Method::get, "/api/v1/districts/{id}", show_district_as_json}};
    module.permissions = {{"places.manage", {{access::Role::office}}}};
    module.navigation = {{40, "places.districts.title", "/stadtbezirke"}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::places
