#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "platform/audit/chain.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {
namespace {

void say(audit::Verdict const& verdict) {
    fmt::print("seals: {}\nnot sealed yet: {}\nredacted reasons: {}\n", verdict.seals, verdict.unsealed,
               verdict.redacted_reasons);
    if (verdict.head) fmt::print("head: {} (seal {})\n", verdict.head->hash, verdict.head->seal_no);
    if (verdict.known_head_at) fmt::print("the known head is seal {}\n", *verdict.known_head_at);
}

void verify(City& city, std::string const& head) {
    auto const known = head.empty() ? std::nullopt : std::optional{head};
    auto const verdict =
        city.database().read([&](storage::Reader const& reader) { return audit::verify(reader, known); });
    say(verdict);
    for (auto const& fault : verdict.faults) fmt::print(stderr, "{}\n", fault);
    if (!verdict.faults.empty()) throw Exit{1};
    fmt::print("The log is what it was.\n");
}

}  // namespace

void add_audit(CLI::App& app, ModuleList modules) {
    auto* const audit = app.add_subcommand("audit", "The log and its hash chain");
    audit->require_subcommand(1);
    auto* const command = audit->add_subcommand("verify", "Recompute the chain; 1 where the log was changed");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    auto const head = std::make_shared<std::string>();
    command->add_option("--head", *head, "a head that was mailed earlier: it must be one of the chain's")
        ->check([](std::string const& text) { return text.size() == 64 ? "" : "a head has 64 hexadecimal digits"; });
    command->callback([database, head, modules] { verify(*open_city(*database, modules), *head); });
}

}  // namespace lenkwerk::commands
