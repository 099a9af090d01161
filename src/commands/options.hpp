#pragma once
// What several commands take in the same way.
#include <CLI/CLI.hpp>
#include <string>

namespace lenkwerk::commands {

// --database, or LENKWERK_DATABASE, or var/lenkwerk.db
CLI::Option* add_database(CLI::App& command, std::string& address);

// For input that cannot be used: one sentence on stderr that says what, where and what to do; ends the process with 1.
[[noreturn]] void give_up(std::string const& sentence);

}  // namespace lenkwerk::commands
