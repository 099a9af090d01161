#include "commands/commands.hpp"

#include <fmt/format.h>
#include <exception>

namespace lenkwerk::commands {
namespace {

void add_all(CLI::App& app) {
    // One line a command: add_serve(app); …
    add_import(app);
    add_opinions(app);
}

}  // namespace

int run(int argc, char const* const* argv) {
    CLI::App app{"Lenkwerk: a city's continuing, participatory safety plan", "lenkwerk"};
    app.require_subcommand(1);
    app.set_version_flag("--version", LENKWERK_VERSION);
    add_all(app);
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
