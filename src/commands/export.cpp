#include "platform/storage/export.hpp"
#include "commands/export_archive.hpp"
#include "commands/open_city.hpp"
#include "commands/options.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {
namespace {

void export_lines(City& city) {
    storage::export_all(city.database(), [](std::string const& line) { fmt::print("{}\n", line); });
    if (std::fflush(stdout) != 0) throw std::runtime_error("the output could not be written to its end");
}

}  // namespace

void add_export(CLI::App& app, ModuleList modules) {
    auto* const command =
        app.add_subcommand("export", "Write everything that is kept, in a form that needs no program");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    auto const file = std::make_shared<std::string>();
    command->add_option(
        "FILE", *file,
        "A ZIP that does not exist yet: each table as CSV and JSON, stored files as files. Without it, JSON "
        "lines go to the standard output");
    command->callback([database, file, modules] {
        auto const city = open_city(*database, modules);
        if (file->empty()) return export_lines(*city);
        auto const done = export_archive(city->database(), *file);
        fmt::print("{}: {} tables with {} rows, {} files. It holds personal data: keep it safe.\n", *file, done.tables,
                   done.rows, done.files);
    });
}

}  // namespace lenkwerk::commands
