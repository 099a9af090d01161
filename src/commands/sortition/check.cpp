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

std::string in_words(core::Quotas const& quotas, std::vector<int> const& rows) {
    std::string words;
    for (int const row : rows) {
        auto const& quota = quotas.rows[static_cast<std::size_t>(row)];
        words += fmt::format("{}{} = {}", words.empty() ? "" : ", ", quota.feature, quota.value);
    }
    return words;
}

void print_advice(core::Quotas const& quotas, core::Advice const& advice) {
    fmt::print("No panel satisfies all quotas together. Smallest changes by seats:\n");
    for (auto const& relaxation : advice.by_amount) fmt::print("  {}\n", in_words(quotas, relaxation));
    fmt::print("Fewest quotas to change:\n");
    for (auto const& relaxation : advice.by_count) fmt::print("  {}\n", in_words(quotas, relaxation));
    if (advice.missing.empty()) return;
    fmt::print("Or these people would have to join, for instance:\n");
    for (auto const& missing : advice.missing)
        fmt::print("  {} × {}\n", missing.people, in_words(quotas, missing.values));
}

void print_excluded(Pool const& pool, core::TypedPool const& typed) {
    auto const reach = core::engine::reach_of(typed);
    std::vector<int> people;
    for (std::size_t type = 0; type < typed.types.size(); ++type) {
        if (!reach.reachable[type])
            people.insert(people.end(), typed.types[type].people.begin(), typed.types[type].people.end());
    }
    for (auto const& excluded : core::explain_excluded(typed, people)) {
        auto const& id = pool.people.members[static_cast<std::size_t>(excluded.person)].id;
        auto const reason = in_words(pool.quotas, excluded.quotas);
        if (reason.empty())
            fmt::print("  {}: no panel of this size has room for a household of this kind\n", id);
        else
            fmt::print("  {}: excluded by the quotas of {}\n", id, reason);
    }
}

void run(Inputs const& inputs, int size) {
    auto const pool = read_pool(inputs);
    auto const advice = accepted(core::advise(pool.people, pool.quotas, inputs.rules(size)));
    if (!advice.feasible) {
        print_advice(pool.quotas, advice);
        throw Exit{1};
    }
    fmt::print("The quotas can be met: {} people, {} seats. People who are in no panel:\n", pool.people.members.size(),
               size);
    print_excluded(pool, accepted(core::group(pool.people, pool.quotas, inputs.rules(size))));
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
