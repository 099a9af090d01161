#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "platform/audit/chain.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/storage/inspection.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {
namespace {

// All that can be wrong, in sentences.
std::vector<std::string> faults_of(City& city) {
    auto faults = storage::inspect(city.database());
    auto const verdict =
        city.database().read([](storage::Reader const& reader) { return audit::verify(reader, std::nullopt); });
    for (auto const& fault : verdict.faults) faults.push_back("audit: " + fault);
    return faults;
}

void say_parked_jobs(City& city) {
    for (auto const& job : city.database().read(jobs::parked))
        fmt::print(stderr, "note: job {} ({}) is parked: {}\n", job.id, job.kind, job.last_error);
}

}  // namespace

void add_check(CLI::App& app, ModuleList modules) {
    auto* const command = app.add_subcommand("check", "Look whether everything that is kept is whole");
    auto const database = std::make_shared<std::string>();
    add_database(*command, *database);
    command->callback([database, modules] {
        auto const city = open_city(*database, modules);
        auto const faults = faults_of(*city);
        say_parked_jobs(*city);
        for (auto const& fault : faults) fmt::print(stderr, "{}\n", fault);
        if (!faults.empty()) throw Exit{1};
        fmt::print("Everything is whole.\n");
    });
}

}  // namespace lenkwerk::commands
