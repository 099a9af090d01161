#pragma once
// What the commands share that work on a city.
#include "commands/commands.hpp"
#include "platform/city.hpp"

#include <memory>
#include <string>

namespace lenkwerk::commands {

// Whoever acts from the command line is the system itself: "system:command:redact".
access::Actor acting_as(std::string const& command);

// Opens the database with the product's modules. Throws storage::WrongSchema where it must be current and is not.
enum class SchemaMust { be_current, not_matter };
std::unique_ptr<City> open_city(std::string const& database, ModuleList modules,
                                SchemaMust schema = SchemaMust::be_current);

}  // namespace lenkwerk::commands
