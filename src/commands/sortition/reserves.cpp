#include "cores/sortition/reserves/reserves.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/members.hpp"

namespace lenkwerk::commands::sortition {
namespace {

namespace reserves = core::reserves;
using Json = nlohmann::ordered_json;

struct Options {
    Inputs inputs;
    reserves::ReservesRequest request;
    std::string panel, leaving, history, out;
    double chance = 0.15;
    int size = 0;
    bool json = false;
};

reserves::Leaving leaving_from(Options const& options, core::Quotas const& quotas) {
    if (!options.history.empty()) {
        auto const bytes = read_table(options.history);
        return accepted(reserves::estimate_leaving({options.history, bytes}, quotas), options.json);
    }
    if (options.leaving.empty()) return reserves::leaving_with(options.chance, quotas);
    auto const bytes = read_table(options.leaving);
    return accepted(reserves::read_leaving({options.leaving, bytes}, quotas, options.chance), options.json);
}

Json json_of(reserves::Prospect const& prospect) {
    return {{"deviation", prospect.deviation}, {"empty", prospect.empty}, {"perfect", prospect.perfect}};
}

Json json_of(Pool const& pool, reserves::ReserveChoice const& choice) {
    return {{"ids", ids_of(pool.people, choice.people)},
            {"expected", json_of(choice.expected)},
            {"checked", json_of(choice.checked)}};
}

void print(std::string const& name, reserves::Prospect const& prospect) {
    fmt::print("  {:<34} {:>6.3f} seats outside quotas, {:>6.3f} empty, all quotas kept in {:>5.1f} % of futures\n",
               name, prospect.deviation, prospect.empty, 100 * prospect.perfect);
}

void print(Pool const& pool, reserves::Reserves const& chosen) {
    for (auto const& id : ids_of(pool.people, chosen.optimal.people)) fmt::print("{}\n", id);
    fmt::print("On average, over futures that were not used to choose:\n");
    print("these reserves", chosen.optimal.checked);
    print("by scaled quotas (for comparison)", chosen.scaled.checked);
    print("without reserves", chosen.none);
    fmt::print("{}\n", chosen.exhaustive
                           ? "Every choice was looked at: none is better for the futures it was made by."
                           : fmt::format("Found by exchanges: {:.3f}; no choice reaches less than {:.3f}.",
                                         chosen.reached, chosen.bound));
}

void run(Options options) {
    auto const pool = read_pool(options.inputs);
    auto& request = options.request;
    request.panel = members_in(options.panel, pool.people);
    request.rules = options.inputs.rules(options.size > 0 ? options.size : static_cast<int>(request.panel.size()));
    auto const leaving = leaving_from(options, pool.quotas);
    auto const chosen = accepted(reserves::choose_reserves(pool.people, pool.quotas, leaving, request), options.json);
    if (!options.out.empty()) write_members(options.out, pool.people, chosen.optimal.people);
    if (!options.json) return print(pool, chosen);
    fmt::print("{}\n", Json{{"optimal", json_of(pool, chosen.optimal)},
                            {"scaled", json_of(pool, chosen.scaled)},
                            {"none", json_of(chosen.none)},
                            {"reached", chosen.reached},
                            {"bound", chosen.bound},
                            {"exhaustive", chosen.exhaustive}}
                           .dump());
}

}  // namespace

void add_reserves(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("reserves", "choose who stands ready when members leave");
    auto options = std::make_shared<Options>();
    options->inputs.add_to(command);
    command.add_option("--panel", options->panel, "file of the panel's ids, one a line")->required();
    command.add_option("--number", options->request.number, "how many reserves")->required();
    command.add_option("--chance", options->chance, "that a member leaves (0.15)")->check(CLI::Range(0.001, 0.999));
    auto* const leaving = command.add_option("--leaving", options->leaving, "CSV feature,value,chance");
    command.add_option("--history", options->history, "CSV of earlier members: the features and left (1 or 0)")
        ->excludes(leaving);
    command.add_option("--scenarios", options->request.scenarios, "futures looked at (200)");
    command.add_option("--size", options->size, "seats of the panel; otherwise as many as --panel names");
    command.add_option("--seed", options->request.seed, "public randomness that draws among equals")->required();
    command.add_option("--out", options->out, "file for the ids of the reserves");
    command.add_flag("--json", options->json, "the result as JSON on stdout");
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
