#include "commands/open_city.hpp"
#include "commands/options.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {

void add_migrate(CLI::App& app, ModuleList modules) {
    auto* const command = app.add_subcommand("migrate", "Bring the database to the schema of this program");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    command->callback([database, modules] {
        auto const city = open_city(*database, modules, SchemaMust::not_matter);
        auto const names = storage::migrate(city->database(), city->schema(), city->clock());
        for (auto const& name : names) fmt::print("{}\n", name);
        fmt::print("{}\n", names.empty() ? "The schema was current." : "The schema is current.");
    });
}

}  // namespace lenkwerk::commands
