#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "platform/storage/backup.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {

void add_restore(CLI::App& app) {
    auto* const command = app.add_subcommand("restore", "Make the database what a backup was; the server must not run");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    auto const file = std::make_shared<std::string>();
    auto const replace = std::make_shared<bool>(false);
    command->add_option("FILE", *file, "what `lenkwerk backup` wrote")->required();
    command->add_flag("--replace", *replace, "replace the database that is there");
    command->callback([database, file, replace] {
        storage::restore(*database, *file, *replace ? storage::Existing::replace : storage::Existing::keep);
        fmt::print("The database is what {} was. Next: lenkwerk check\n", *file);
    });
}

}  // namespace lenkwerk::commands
