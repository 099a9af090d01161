#include <fmt/format.h>

#include "commands/commands.hpp"
#include "commands/sortition/sortition.hpp"
#include "cores/sortition/advice.hpp"
#include "cores/sortition/engine/leximin.hpp"

namespace lenkwerk::commands::sortition {
namespace {

std::string in_words(core::Quotas const& quotas, core::Relaxation const& relaxation) {
    std::string words;
    for (auto const& change : relaxation.changes) {
        words += (words.empty() ? "" : "; ") + core::in_words(quotas, change);
    }
    return fmt::format("{} ({} seats in {} quotas)", words, relaxation.amount, relaxation.changes.size());
}

void print_advice(core::Quotas const& quotas, core::Advice const& advice) {
    fmt::print("No panel satisfies all quotas together. Smallest changes by seats:\n");
    for (auto const& relaxation : advice.by_amount) fmt::print("  {}\n", in_words(quotas, relaxation));
    fmt::print("Fewest quotas to change:\n");
    for (auto const& relaxation : advice.by_count) fmt::print("  {}\n", in_words(quotas, relaxation));
    if (advice.missing.empty()) return;
    fmt::print("Or these people would have to join, for instance:\n");
    for (auto const& missing : advice.missing)
        fmt::print("  {} × {}\n", missing.people, names_of(quotas, missing.values));
}

std::vector<int> unreachable(core::TypedPool const& typed) {
    auto const reach = core::engine::reach_of(typed);
    std::vector<int> people;
    for (std::size_t type = 0; type < typed.types.size(); ++type) {
        auto const& of = typed.types[type].people;
        if (!reach.reachable[type]) people.insert(people.end(), of.begin(), of.end());
    }
    return people;
}

void run(Inputs const& inputs, int size) {
    auto const pool = read_pool(inputs);
    auto const advice = accepted(core::advise(pool.people, pool.quotas, inputs.rules(size)));
    if (!advice.feasible) {
        print_advice(pool.quotas, advice);
        throw Exit{1};
    }
    auto const typed = accepted(core::group(pool.people, pool.quotas, inputs.rules(size)));
    auto const excluded = unreachable(typed);
    fmt::print("The quotas can be met: {} people, {} seats; {} people are in no panel.\n{}", pool.people.members.size(),
               size, excluded.size(), excluded_in_words(pool, typed, excluded));
}

}  // namespace

void add_check(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("check", "whether the quotas can be met; if not, the smallest changes");
    auto inputs = std::make_shared<Inputs>();
    auto size = std::make_shared<int>(0);
    inputs->add_to(command);
    command.add_option("--size", *size, "seats of the panel")->required();
    command.callback([inputs, size] { run(*inputs, *size); });
}

}  // namespace lenkwerk::commands::sortition
