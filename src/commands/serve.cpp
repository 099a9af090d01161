// lenkwerk serve: answers the city's readers and writers, and does its jobs, until it is told to stop.
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "platform/city.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/storage/watcher.hpp"
#include "platform/web/server.hpp"
#include "platform/web/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace lenkwerk::commands {
namespace {

struct ServeOptions {
    web::ServerSettings server;
    std::string database;
    int job_threads = 1;
};

int cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

// Every worker may hold one reader and ask for the settings with another; jobs read as well.
std::size_t readers_for(ServeOptions const& options) {
    return static_cast<std::size_t>(2 *
                                    (options.server.read_workers + options.server.write_workers + options.job_threads));
}

std::string address_of(web::ServerSettings const& settings, std::uint16_t port) {
    bool const is_here =
        settings.host == "127.0.0.1" || settings.host == "0.0.0.0" || settings.host == "::1" || settings.host == "::";
    return fmt::format("http://{}:{}", is_here ? "localhost" : settings.host, port);
}

void serve(ServeOptions const& options, ModuleList modules) {
    SystemClock const clock;
    auto database = storage::Database::open(options.database, {.readers = readers_for(options)});
    City city{std::move(database), clock, modules()};
    city.require_current();
    storage::Watcher const watcher{city.database()};
    web::Site site{city};
    web::Server server{options.server, site};
    jobs::Runner jobs{city};
    jobs.start(options.job_threads);
    fmt::print("Lenkwerk answers on {}\n", address_of(options.server, server.port()));
    std::fflush(stdout);
    server.run();
    jobs.stop();
}

}  // namespace

void add_serve(CLI::App& app, ModuleList modules) {
    auto const options = std::make_shared<ServeOptions>();
    options->server.io_threads = std::clamp(cores() / 2, 1, 4);  // one fills a core that others make pages on
    options->server.read_workers = std::max(4, 2 * cores());
    auto* const command = app.add_subcommand("serve", "Answers on HTTP until Ctrl-C or SIGTERM");
    auto& server = options->server;
    command->add_option("--host", server.host, "The address to listen on; 0.0.0.0 is everywhere")
        ->envname("LENKWERK_HOST")
        ->capture_default_str();
    command->add_option("--port", server.port, "0 takes any that is free")
        ->envname("LENKWERK_PORT")
        ->capture_default_str();
    add_database(*command, options->database);
    command
        ->add_option("--trusted-proxy", server.trusted_proxies,
                     "An address whose X-Forwarded-For and -Proto are believed; several with commas")
        ->envname("LENKWERK_TRUSTED_PROXIES")
        ->delimiter(',');
    command->add_option("--io-threads", server.io_threads, "Threads that read and write")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--workers", server.read_workers, "Threads that make pages")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--job-threads", options->job_threads, "Threads for what happens later")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command->callback([options, modules] { serve(*options, modules); });
}

}  // namespace lenkwerk::commands
