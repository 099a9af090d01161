// lenkwerk jobs: what waits, what failed for good, and what to do about it.
#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/jobs/runner.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {
namespace {

struct JobsOptions {
    std::string database;
    std::int64_t id = 0;
};

void list(JobsOptions const& options, ModuleList modules) {
    auto const city = open_city(options.database, modules);
    auto const& locale = city->locale("");
    auto const queue = city->database().read(jobs::queue);
    if (queue.empty()) fmt::print("Nothing waits, and nothing failed.\n");
    for (auto const& job : queue) {
        fmt::print("{}  {}  {}  {} attempts, next {}\n", job.id, job.kind, job.state, job.attempts,
                   locale.moment(job.run_at));
        if (!job.last_error.empty()) fmt::print("    {}\n", job.last_error);
    }
}

using Act = Outcome<Done> (*)(storage::Transaction&, std::int64_t);

void decide(JobsOptions const& options, ModuleList modules, Act act) {
    auto const city = open_city(options.database, modules);
    auto const outcome = city->database().write(acting_as("jobs"), city->clock(),
                                                [&](storage::Transaction& tx) { return act(tx, options.id); });
    if (!outcome) give_up(fmt::format("No job {} is parked. `lenkwerk jobs list` shows all.", options.id));
}

void retry(JobsOptions const& options, ModuleList modules) {
    decide(options, modules, jobs::retry);
    fmt::print("Job {} is tried again as soon as a server runs, or with `lenkwerk jobs run`.\n", options.id);
}

void drop(JobsOptions const& options, ModuleList modules) {
    decide(options, modules, jobs::give_up);
    fmt::print("Job {} is given up; the log says so.\n", options.id);
}

void run_due(JobsOptions const& options, ModuleList modules) {
    auto const city = open_city(options.database, modules);
    jobs::Runner runner{*city};
    runner.look_at_schedules();
    fmt::print("{} jobs ran.\n", runner.run_due());
}

template <class Run>
CLI::App* add_step(CLI::App& jobs, ModuleList modules, std::string const& name, std::string const& says, Run run,
                   std::shared_ptr<JobsOptions> const& options) {
    auto* const command = jobs.add_subcommand(name, says);
    add_database(*command, options->database);
    command->callback([options, run, modules] { run(*options, modules); });
    return command;
}

}  // namespace

void add_jobs(CLI::App& app, ModuleList modules) {
    auto* const jobs = app.add_subcommand("jobs", "What happens later: what waits and what failed");
    jobs->require_subcommand(1);
    auto const options = std::make_shared<JobsOptions>();
    add_step(*jobs, modules, "list", "Those that failed for good first, then those that wait", list, options);
    add_step(*jobs, modules, "run", "Do now what is due, without a server", run_due, options);
    for (auto* const command :
         {add_step(*jobs, modules, "retry", "Try a parked job again from the beginning", retry, options),
          add_step(*jobs, modules, "drop", "Give a parked job up", drop, options)})
        command->add_option("NUMBER", options->id, "As `lenkwerk jobs list` shows it")->required();
}

}  // namespace lenkwerk::commands
