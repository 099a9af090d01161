#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

extern char** environ;

namespace lenkwerk::crash {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> found;
    for (auto& word : words) found.push_back(word.data());
    found.push_back(nullptr);
    return found;
}

}  // namespace

Process::Process(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    output_ = ends[0];
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int const failed =
        ::posix_spawn(&process_, words.at(0).c_str(), &actions, nullptr, pointers(words).data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) throw std::runtime_error(words[0] + " cannot be started");
}

Process::~Process() {
    kill();
    ::close(output_);
}

bool Process::wait_for_output(std::chrono::milliseconds most) const {
    pollfd ready{output_, POLLIN, 0};
    return ::poll(&ready, 1, static_cast<int>(std::max<std::int64_t>(most.count(), 0))) > 0;
}

bool Process::take() {
    std::array<char, 4096> chunk{};
    auto const size = ::read(output_, chunk.data(), chunk.size());
    if (size > 0) text_.append(chunk.data(), static_cast<std::size_t>(size));
    return size > 0;
}

bool Process::read(std::chrono::milliseconds most, std::string_view text) {
    auto const until = Clock::now() + most;
    auto const left = [&] { return std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()); };
    auto const said = [&] {
        auto const all = lines();
        return !text.empty() && std::any_of(all.begin(), all.end(),
                                            [&](auto const& line) { return line.find(text) != std::string::npos; });
    };
    while (!said() && left().count() > 0)
        if (wait_for_output(left()) && !take()) break;
    return said();
}

void Process::kill() {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
    while (take()) {
    }
}

std::vector<std::string> Process::lines() const {
    std::vector<std::string> found;
    for (std::size_t at = 0, next = 0; (next = text_.find('\n', at)) != std::string::npos; at = next + 1)
        found.push_back(text_.substr(at, next - at));
    return found;
}

}  // namespace lenkwerk::crash
