#include "commands/commands.hpp"

#include <fmt/format.h>
#include <exception>

namespace lenkwerk::commands {
namespace {

// One line a command; those that open a city are given the modules.
void add_all(CLI::App& app, ModuleList modules) {
    add_audit(app, modules);
    add_backup(app, modules);
    add_check(app, modules);
    add_export(app, modules);
    add_import(app, modules);
    add_init(app, modules);
    add_jobs(app, modules);
    add_migrate(app, modules);
    add_opinions(app);
    add_people(app, modules);
    add_redact(app, modules);
    add_restore(app);
    add_serve(app, modules);
    add_sortition(app);
    add_survey(app);
}

}  // namespace

int run(int argc, char const* const* argv, ModuleList modules) {
    CLI::App app{"Lenkwerk: a city's continuing, participatory safety plan", "lenkwerk"};
    app.require_subcommand(1);
    app.set_version_flag("--version", LENKWERK_VERSION);
    add_all(app, modules);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& success) {
        return app.exit(success);
    } catch (CLI::ParseError const& error) {
        app.exit(error);
        return 2;
    } catch (Exit const& exit) {
        return exit.code;
    } catch (std::exception const& failure) {
        fmt::print(stderr, "lenkwerk: {}\n", failure.what());
        return 3;
    }
    return 0;
}

}  // namespace lenkwerk::commands
