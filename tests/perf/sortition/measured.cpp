#include "measured.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace lenkwerk::bench {
namespace {

[[noreturn]] void work_in_child(std::function<std::string()> const& work, int most_cpu, int out) {
    if (most_cpu > 0) {
        rlimit const limit{static_cast<rlim_t>(most_cpu), static_cast<rlim_t>(most_cpu)};
        setrlimit(RLIMIT_CPU, &limit);
    }
    int code = 0;
    try {
        auto const said = work();
        if (write(out, said.data(), said.size()) != static_cast<ssize_t>(said.size())) code = 2;
    } catch (std::exception const& failed) {
        fmt::print(stderr, "failed: {}\n", failed.what());
        code = 1;
    }
    std::fflush(nullptr);
    _exit(code);
}

std::string all_of(int in) {
    std::string text;
    std::array<char, 4096> chunk{};
    for (ssize_t got = 0; (got = read(in, chunk.data(), chunk.size())) > 0;) {
        text.append(chunk.data(), static_cast<std::size_t>(got));
    }
    return text;
}

double seconds(timeval const& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Measured measured(std::function<std::string()> const& work, int most_cpu) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    std::fflush(nullptr);
    auto const start = std::chrono::steady_clock::now();
    pid_t const child = fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) {
        close(ends[0]);
        work_in_child(work, most_cpu, ends[1]);
    }
    close(ends[1]);
    Measured result;
    auto said = all_of(ends[0]);
    close(ends[0]);
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    result.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
    result.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) result.said = std::move(said);
    return result;
}

}  // namespace lenkwerk::bench
