#include "platform/storage/backup.hpp"
#include "commands/open_city.hpp"
#include "commands/options.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {

// Works on an older schema too: a backup comes before a migration.
void add_backup(CLI::App& app, ModuleList modules) {
    auto* const command = app.add_subcommand("backup", "Copy the whole database to a file while the city works");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    auto const file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "does not exist yet; it will hold personal data: keep it safe")->required();
    command->callback([database, file, modules] {
        auto const city = open_city(*database, modules, SchemaMust::not_matter);
        storage::back_up(city->database(), *file);
        fmt::print("{} holds everything as it was when the command began.\n", *file);
    });
}

}  // namespace lenkwerk::commands
