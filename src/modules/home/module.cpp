#include "modules/home/module.hpp"

#include "modules/home/commands/pages.hpp"
#include "modules/home/seed.hpp"
#include "modules/home/web/pages.hpp"

#include <fmt/format.h>

namespace lenkwerk::home {
namespace {

std::vector<Route> routes() {
    using web::Method;
    Door const edit{Door::Kind::permission, std::string(kEditPages)};
    std::vector<Route> routes{{Method::get, "/", show_start}};
    for (auto const& page : kContentPages) {
        auto const address = fmt::format("/{}", page.address);
        routes.push_back({Method::get, address, show_content_page});
        routes.push_back({Method::get, address + "/bearbeiten", show_edit_content_page, edit});
        routes.push_back({Method::post, address, save_content_page, edit});
    }
    return routes;
}

}  // namespace

Module module() {
    Module module;
    module.name = "home";
    module.needs = {"people", "plan", "measures", "places", "bodies"};
    module.routes = routes();
    module.permissions = {{std::string(kEditPages), {{access::Role::office}}}};
    module.seeds = {{plant}};
    return module;
}

}  // namespace lenkwerk::home
