#include "commands/open_city.hpp"

namespace lenkwerk::commands {

access::Actor acting_as(std::string const& command) { return access::Actor::system("command:" + command); }

std::unique_ptr<City> open_city(std::string const& database, ModuleList modules, SchemaMust schema) {
    static SystemClock const clock;
    auto city = std::make_unique<City>(storage::Database::open(database), clock, modules());
    if (schema == SchemaMust::be_current) city->require_current();
    return city;
}

}  // namespace lenkwerk::commands
