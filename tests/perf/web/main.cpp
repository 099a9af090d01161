// bench_web: the product beside nginx, which serves the same bytes from a file. Both are loaded in turns within one run, so that
// what else the machine does strikes both; what counts are the ratios (issue: Speed).
//
//   bench_web [--page /plan] [--rounds 5] [--seconds 2] [--connections 32]
#include "programs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace lenkwerk::bench {
namespace {

namespace fs = std::filesystem;
using Watch = std::chrono::steady_clock;

struct Options {
    std::string page = "/plan";
    int rounds = 5, seconds = 2, connections = 32;
};

struct Load {
    double requests_per_second = 0, p99_ms = 0, cpu_us_per_request = 0;
};

double number_after(std::string const& text, std::string_view label) {
    auto const at = text.find(label);
    if (at == std::string::npos) throw std::runtime_error(fmt::format("wrk did not say \"{}\":\n{}", label, text));
    return std::stod(text.substr(at + label.size()));
}

// wrk writes 1.23ms, 456.00us or 1.20s.
double p99_of(std::string const& report) {
    auto const at = report.find(" 99%");  // with the blank: the deviation above it may be 87.99%
    if (at == std::string::npos) throw std::runtime_error("wrk did not say its 99th percentile:\n" + report);
    auto const line = report.substr(at);
    auto const value = number_after(line, "99%");
    auto const unit = line.substr(0, line.find('\n'));
    return unit.ends_with("us") ? value / 1e3 : unit.ends_with("ms") ? value : value * 1e3;
}

Load load(Program const& server, Options const& options, std::string const& url, std::string const& header) {
    auto const before = server.cpu_seconds();
    std::vector<std::string> command{"wrk", "-t1", fmt::format("-c{}", options.connections),
                                     fmt::format("-d{}s", options.seconds), "--latency"};
    if (!header.empty()) command.insert(command.end(), {"-H", header});
    command.push_back(url);
    auto const report = Program(command).read_all();
    if (report.find("Non-2xx") != std::string::npos) throw std::runtime_error("not every answer was 200:\n" + report);
    auto const served = std::stod(report.substr(report.rfind('\n', report.find(" requests in ")) + 1));
    return {number_after(report, "Requests/sec:"), p99_of(report), (server.cpu_seconds() - before) * 1e6 / served};
}

double median(std::vector<Load> const& loads, double Load::* figure) {
    std::vector<double> values;
    for (auto const& one : loads) values.push_back(one.*figure);
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Load median(std::vector<Load> const& loads) {
    return {median(loads, &Load::requests_per_second), median(loads, &Load::p99_ms),
            median(loads, &Load::cpu_us_per_request)};
}

int free_port() { return 20'000 + static_cast<int>(::getpid() % 20'000); }

std::string nginx_settings(fs::path const& folder, int port) {
    return fmt::format(
        "daemon off; worker_processes 2; pid {0}/nginx.pid; error_log {0}/error.log;\n"
        "events {{ worker_connections 1024; }}\n"
        "http {{ access_log {0}/access.log; sendfile on; tcp_nopush on; keepalive_requests 1000000000; default_type "
        "text/html;\n"
        "client_body_temp_path {0}; proxy_temp_path {0}; fastcgi_temp_path {0}; uwsgi_temp_path {0}; scgi_temp_path "
        "{0};\n"
        "server {{ listen 127.0.0.1:{1}; root {0}/www; }} }}\n",
        folder.string(), port);
}

std::string wait_for(int port, std::string const& path) {
    for (int attempts = 0; attempts < 2000; ++attempts) {
        if (auto body = fetch(port, path); !body.empty()) return body;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    throw std::runtime_error(fmt::format("nothing answers on {}{}", port, path));
}

void report(Options const& options, Load const& nginx, Load const& cached, Load const& uncached, std::size_t bytes) {
    fmt::print("{} of {} bytes, medians of {} rounds in turns\n", options.page, bytes, options.rounds);
    fmt::print("{:<12}{:>12}{:>12}{:>16}\n", "", "requests/s", "p99 ms", "CPU µs/request");
    for (auto const& [name, one] : {std::pair{"nginx", nginx}, {"kept page", cached}, {"made anew", uncached}})
        fmt::print("{:<12}{:>12.0f}{:>12.2f}{:>16.1f}\n", name, one.requests_per_second, one.p99_ms,
                   one.cpu_us_per_request);
    fmt::print("kept page: {:.2f} × nginx's requests/s (at least 0.75), p99 {:.2f} × nginx's (at most 1)\n",
               cached.requests_per_second / nginx.requests_per_second, cached.p99_ms / nginx.p99_ms);
    fmt::print("made anew: {:.1f} × nginx's CPU per request (at most 12)\n",
               uncached.cpu_us_per_request / nginx.cpu_us_per_request);
}

void run(Options const& options, fs::path const& binary, fs::path const& folder) {
    auto const database = (folder / "bench.db").string();
    Program({binary, "init", "--city", LENKWERK_SOURCE_DIR "/cities/dortmund", "--demo", "--database", database})
        .read_all();
    int const port = free_port(), nginx_port = port + 1;
    auto const began = Watch::now();
    Program const lenkwerk({binary, "serve", "--port", std::to_string(port), "--database", database});
    auto const page = wait_for(port, options.page);
    auto const first = std::chrono::duration<double, std::milli>(Watch::now() - began).count();
    fmt::print("first answer {:.0f} ms after the start (at most 300); {:.0f} MB idle (at most 40)\n", first,
               lenkwerk.megabytes());

    fs::create_directories(folder / "www");
    std::ofstream(folder / "www" / "page.html", std::ios::binary) << page;
    std::ofstream(folder / "nginx.conf") << nginx_settings(folder, nginx_port);
    Program const nginx({"nginx", "-p", folder, "-c", folder / "nginx.conf"});
    wait_for(nginx_port, "/page.html");

    auto const ours = fmt::format("http://127.0.0.1:{}{}", port, options.page);
    auto const theirs = fmt::format("http://127.0.0.1:{}/page.html", nginx_port);
    std::vector<Load> by_nginx, kept, made;
    for (int round = 0; round < options.rounds; ++round) {
        by_nginx.push_back(load(nginx, options, theirs, ""));
        kept.push_back(load(lenkwerk, options, ours, ""));
        made.push_back(load(lenkwerk, options, ours,
                            "Cookie: sitzung=of-nobody"));  // whoever brings a session is not served from the cache
    }
    report(options, median(by_nginx), median(kept), median(made), page.size());
}

}  // namespace
}  // namespace lenkwerk::bench

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    lenkwerk::bench::Options options;
    CLI::App app{"The product beside nginx"};
    app.add_option("--page", options.page);
    app.add_option("--rounds", options.rounds);
    app.add_option("--seconds", options.seconds);
    app.add_option("--connections", options.connections);
    CLI11_PARSE(app, argc, argv);
    auto const folder = fs::temp_directory_path() / fmt::format("lenkwerk-bench-{}", ::getpid());
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::all);  // nginx's workers are nobody when it is started as root
    int failed = 0;
    try {  // so that the servers are ended and the folder goes, however the bench ends
        lenkwerk::bench::run(options, fs::canonical("/proc/self/exe").parent_path() / "lenkwerk", folder);
    } catch (std::exception const& failure) {
        fmt::print(stderr, "bench_web: {}\n", failure.what());
        failed = 1;
    }
    fs::remove_all(folder);
    return failed;
}
