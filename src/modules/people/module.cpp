#include "modules/people/module.hpp"

#include "modules/people/commands/authenticate.hpp"
#include "modules/people/jobs/jobs.hpp"
#include "modules/people/seed.hpp"
#include "modules/people/web/routes.hpp"

namespace lenkwerk::people {
namespace {

std::vector<access::Permission> permissions() {
    using access::Role;
    return {{"people.manage_accounts", {{Role::office}, {Role::administrator}}},
            {"people.manage_organisations", {{Role::office}}}};
}

std::vector<NavigationEntry> navigation() {
    return {
        {60, "people.navigation.organisations", "/organisationen"},
        {90, "people.navigation.accounts", "/verwaltung/personen", {Door::Kind::permission, "people.manage_accounts"}}};
}

}  // namespace

Module module() {
    Module module;
    module.name = "people";
    module.routes = routes();
    module.jobs = job_handlers();
    module.schedules = {{"people.sweep", "every 15 minutes"}};
    module.permissions = permissions();
    module.navigation = navigation();
    module.seeds = {{plant}};
    module.authenticate = authenticate;
    return module;
}

}  // namespace lenkwerk::people
