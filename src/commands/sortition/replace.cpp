#include "cores/sortition/reserves/replacement.hpp"

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
    std::string panel, withdrawn, candidates, seed, out;
    int size = 0;
    bool json = false;
};

std::vector<int> everybody_but(std::vector<int> const& withdrawn, std::size_t people) {
    std::vector<int> others;
    for (int person = 0; person < static_cast<int>(people); ++person) {
        if (std::ranges::find(withdrawn, person) == withdrawn.end()) others.push_back(person);
    }
    return others;
}

Json json_of(Pool const& pool, reserves::Replacement const& replacement) {
    Json missed = Json::array();
    for (auto const& [row, have] : replacement.missed) {
        auto const& quota = pool.quotas.rows[static_cast<std::size_t>(row)];
        missed.push_back({{"feature", quota.feature},
                          {"value", quota.value},
                          {"min", quota.min},
                          {"max", quota.max},
                          {"have", have}});
    }
    return {{"status", replacement.missed.empty() && replacement.filling.empty == 0 ? "kept" : "nearest"},
            {"chosen", ids_of(pool.people, replacement.chosen)},
            {"panel", ids_of(pool.people, replacement.panel)},
            {"deviation", replacement.filling.deviation},
            {"empty", replacement.filling.empty},
            {"missed", std::move(missed)}};
}

void print(Pool const& pool, reserves::Replacement const& replacement) {
    fmt::print("Drawn:\n");
    for (auto const& id : ids_of(pool.people, replacement.chosen)) fmt::print("{}\n", id);
    if (replacement.filling.empty > 0) fmt::print("{} seats stay empty: nobody is left.\n", replacement.filling.empty);
    if (replacement.missed.empty()) fmt::print("The new panel keeps every quota.\n");
    for (auto const& [row, have] : replacement.missed) {
        auto const& quota = pool.quotas.rows[static_cast<std::size_t>(row)];
        fmt::print("Not kept, and no choice comes nearer: {} = {} has {}, wanted {} to {}.\n", quota.feature,
                   quota.value, have, quota.min, quota.max);
    }
}

void run(Options const& options) {
    auto const pool = read_pool(options.inputs);
    reserves::ReplacementRequest request{.rules = options.inputs.rules(options.size), .seed = options.seed};
    request.panel = members_in(options.panel, pool.people);
    request.withdrawn = members_in(options.withdrawn, pool.people);
    request.candidates = options.candidates.empty() ? everybody_but(request.withdrawn, pool.people.members.size())
                                                    : members_in(options.candidates, pool.people);
    if (request.rules.size == 0) request.rules.size = static_cast<int>(request.panel.size());
    auto const replacement = accepted(reserves::replace(pool.people, pool.quotas, request), options.json);
    if (!options.out.empty()) write_members(options.out, pool.people, replacement.panel);
    if (options.json)
        fmt::print("{}\n", json_of(pool, replacement).dump());
    else
        print(pool, replacement);
}

}  // namespace

void add_replace(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("replace", "draw who takes the seats of members who withdraw");
    auto options = std::make_shared<Options>();
    options->inputs.add_to(command);
    command.add_option("--panel", options->panel, "file of the panel's ids, one a line")->required();
    command.add_option("--withdrawn", options->withdrawn, "file of the ids that withdraw")->required();
    command.add_option("--reserves", options->candidates, "file of the ids that stand ready; otherwise everybody else");
    command.add_option("--size", options->size, "seats of the panel; otherwise as many as --panel names");
    command.add_option("--seed", options->seed, "public randomness that draws among equals")->required();
    command.add_option("--out", options->out, "file for the ids of the new panel");
    command.add_flag("--json", options->json, "the result as JSON on stdout");
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
