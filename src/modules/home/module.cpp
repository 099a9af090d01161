#include "modules/home/module.hpp"

#include "modules/home/commands/barriers.hpp"
#include "modules/home/commands/pages.hpp"
#include "modules/home/seed.hpp"
#include "modules/home/web/pages.hpp"

#include <fmt/format.h>

namespace lenkwerk::home {
namespace {

std::vector<Route> routes() {
    using web::Method;
    Door const edit{Door::Kind::permission, std::string(kEditPages)};
    std::vector<Route> routes{{Method::get, "/", show_start},
                              {Method::get, "/suche", show_search},
                              {Method::get, "/api/v1/search", search_as_json}};
    for (auto const& page : kContentPages) {
        auto const address = fmt::format("/{}", page.address);
        routes.push_back({Method::get, address, show_content_page});
        routes.push_back({Method::get, address + "/bearbeiten", show_edit_content_page, edit});
        routes.push_back({Method::post, address, save_content_page, edit});
    }
    return routes;
}

void add_barriers(Module& module) {
    using web::Method;
    Door const answer{Door::Kind::permission, std::string(kAnswerBarriers)};
    for (auto const& route :
         std::vector<Route>{{Method::get, "/barrierefreiheit/rueckmeldung", show_barrier_form},
                            {Method::post, "/barrierefreiheit/rueckmeldung", send_barrier},
                            {Method::get, "/verwaltung/barrieren", list_barriers_page, answer},
                            {Method::get, "/verwaltung/barrieren/{id}", show_barrier, answer},
                            {Method::post, "/verwaltung/barrieren/{id}", answer_barrier_page, answer}})
        module.routes.push_back(route);
    module.permissions.push_back({std::string(kAnswerBarriers), {{access::Role::office}}});
    module.navigation.push_back({95, "home.barriers.title", "/verwaltung/barrieren", answer});
    module.jobs.push_back({"home.forget_contacts", [](City& city, Job const&) { forget_contacts(city); }});
    module.schedules.push_back({"home.forget_contacts", "daily 03:30"});
}

}  // namespace

Module module() {
    Module module;
    module.name = "home";
    module.needs = {"people", "plan", "measures", "places", "bodies"};
    module.routes = routes();
    module.permissions = {{std::string(kEditPages), {{access::Role::office}}}};
    module.seeds = {{plant}};
    add_barriers(module);
    return module;
}

}  // namespace lenkwerk::home
