#include <fmt/format.h>

#include "commands/commands.hpp"
#include "commands/sortition/sortition.hpp"
#include "commands/sortition/watch.hpp"
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
    fmt::print("No panel satisfies all quotas together. {}Smallest changes by seats:\n",
               advice.complete ? "" : "The search was ended early, so there may be more than what follows. ");
    for (auto const& relaxation : advice.by_amount) fmt::print("  {}\n", in_words(quotas, relaxation));
    fmt::print("Fewest quotas to change:\n");
    for (auto const& relaxation : advice.by_count) fmt::print("  {}\n", in_words(quotas, relaxation));
    if (advice.missing.empty()) return;
    fmt::print("Or these people would have to join, for instance:\n");
    for (auto const& missing : advice.missing)
        fmt::print("  {} × {}\n", missing.people, names_of(quotas, missing.values));
}

std::vector<int> people_of(core::TypedPool const& typed, core::engine::Reach const& reach) {
    std::vector<int> people;
    for (std::size_t type = 0; type < typed.types.size(); ++type) {
        auto const& of = typed.types[type].people;
        if (!reach.reachable[type]) people.insert(people.end(), of.begin(), of.end());
    }
    return people;
}

void print_reach(Pool const& pool, core::TypedPool const& typed, Watch const& watch) {
    auto const reach = core::engine::reach_of(typed, watch.progress());
    auto const others = people_of(typed, reach);
    fmt::print("The quotas can be met: {} people, {} seats; ", pool.people.members.size(), typed.size);
    if (!reach.complete) {
        fmt::print("ended early: of {} people it is not known whether they can be in a panel.\n", others.size());
        throw Exit{kInterrupted};
    }
    fmt::print("{} people are in no panel.\n{}", others.size(),
               excluded_in_words(pool, typed, others, watch.progress()));
    if (watch.interrupted()) throw Exit{kInterrupted};
}

void run(Inputs const& inputs, int size) {
    Watch const watch;
    auto const pool = read_pool(inputs);
    auto const advice = accepted(core::advise(pool.people, pool.quotas, inputs.rules(size), 3, watch.progress()));
    if (advice.undecided) {
        fmt::print(stderr, "Ended early: whether the quotas can be met is not known.\n");
        throw Exit{kInterrupted};
    }
    if (advice.feasible) return print_reach(pool, *core::group(pool.people, pool.quotas, inputs.rules(size)), watch);
    print_advice(pool.quotas, advice);
    throw Exit{1};
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
