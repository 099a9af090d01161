#pragma once
// The command line: one function a command, each in a file of its name, listed in commands.cpp.
#include <CLI/CLI.hpp>
#include <vector>

namespace lenkwerk {
struct Module;
}

namespace lenkwerk::commands {

// The modules of the product in NEEDS order; `app` knows them, commands that open a city are given them.
using ModuleList = std::vector<Module> (*)();

// Runs one command line. 0: done; 1: the domain refused or the input is bad, said on stderr; 2: unusable arguments; 3: the machine failed.
int run(int argc, char const* const* argv, ModuleList modules);

// A command that was carried out but whose answer is "no" (not proven, not found in order) ends the process with this code.
struct Exit {
    int code = 0;
};

void add_audit(CLI::App& app, ModuleList modules);
void add_backup(CLI::App& app, ModuleList modules);
void add_check(CLI::App& app, ModuleList modules);
void add_export(CLI::App& app, ModuleList modules);
void add_import(CLI::App& app, ModuleList modules);
void add_init(CLI::App& app, ModuleList modules);
void add_jobs(CLI::App& app, ModuleList modules);
void add_migrate(CLI::App& app, ModuleList modules);
void add_opinions(CLI::App& app);
void add_people(CLI::App& app, ModuleList modules);
void add_redact(CLI::App& app, ModuleList modules);
void add_restore(CLI::App& app);
void add_serve(CLI::App& app, ModuleList modules);
void add_sortition(CLI::App& app);
void add_survey(CLI::App& app);

}  // namespace lenkwerk::commands
