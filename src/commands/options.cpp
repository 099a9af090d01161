#include "commands/options.hpp"

#include "commands/commands.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {

CLI::Option* add_database(CLI::App& command, std::string& address) {
    if (address.empty()) address = "var/lenkwerk.db";
    return command.add_option("--database", address, "An SQLite file, or postgresql://…")
        ->envname("LENKWERK_DATABASE")
        ->capture_default_str();
}

void give_up(std::string const& sentence) {
    fmt::print(stderr, "lenkwerk: {}\n", sentence);
    throw Exit{1};
}

}  // namespace lenkwerk::commands
