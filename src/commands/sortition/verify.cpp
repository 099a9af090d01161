#include <fmt/format.h>

#include "commands/commands.hpp"
#include "commands/sortition/sortition.hpp"
#include "commands/sortition/watch.hpp"

namespace lenkwerk::commands::sortition {
namespace {

void run(std::string const& path, Inputs inputs) {
    Watch const watch;
    auto const certificate = accepted(core::proof::from_json(read_file(path)));
    // Which columns made the types is part of the claim; what is given on the command line is stronger.
    if (inputs.id_column.empty()) inputs.id_column = certificate.id_column;
    if (inputs.household_columns.empty()) inputs.household_columns = certificate.household_columns;
    auto const pool = read_pool(inputs);
    auto const verdict = core::proof::verify(certificate, pool.people, pool.quotas, watch.witness());
    if (!verdict.proven) {
        fmt::print(stderr, "{}: NOT proven: {}.\n", path, verdict.objection);
        throw Exit{watch.interrupted() ? kInterrupted : 1};
    }
    fmt::print("{}: proven. Objective {}, panel of {}, {} people, {} panels, {} levels, gap {:.3g}.\n", path,
               certificate.objective, certificate.rules.size, pool.people.members.size(), verdict.panels,
               verdict.levels, verdict.gap);
}

}  // namespace

void add_verify(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("verify", "prove a certificate; succeeds only if every claim holds");
    auto path = std::make_shared<std::string>();
    auto inputs = std::make_shared<Inputs>();
    command.add_option("certificate", *path, "the certificate's file")->required();
    inputs->add_to(command);
    command.callback([path, inputs] { run(*path, *inputs); });
}

}  // namespace lenkwerk::commands::sortition
