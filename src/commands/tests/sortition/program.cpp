#include "commands/tests/sortition/program.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace lenkwerk::commands::tests {
namespace {

namespace fs = std::filesystem;

// The program lies beside this test.
std::string program() { return (fs::read_symlink("/proc/self/exe").parent_path() / "lenkwerk").string(); }

struct Pipe {
    std::array<int, 2> ends{};
    Pipe() {
        if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    }
};

[[noreturn]] void become(std::vector<std::string> arguments, Pipe const& out, Pipe const& err) {
    dup2(out.ends[1], STDOUT_FILENO);
    dup2(err.ends[1], STDERR_FILENO);
    for (int const end : {out.ends[0], out.ends[1], err.ends[0], err.ends[1]}) close(end);
    arguments.insert(arguments.begin(), program());
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(argv.front(), argv.data());
    _exit(127);
}

// False at the end of the stream.
bool read_some(int from, std::string& into) {
    std::array<char, 4096> chunk{};
    auto const got = read(from, chunk.data(), chunk.size());
    if (got > 0) into.append(chunk.data(), static_cast<std::size_t>(got));
    return got > 0;
}

}  // namespace

Ended lenkwerk(std::vector<std::string> const& arguments, std::string const& interrupt_at) {
    Pipe out, err;
    pid_t const child = fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) become(arguments, out, err);
    close(out.ends[1]);
    close(err.ends[1]);
    Ended ended;
    bool interrupted = interrupt_at.empty();
    std::array<pollfd, 2> open{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        poll(open.data(), open.size(), -1);
        for (auto& stream : open) {
            if (stream.fd < 0 || stream.revents == 0) continue;
            if (!read_some(stream.fd, stream.fd == out.ends[0] ? ended.out : ended.err)) stream.fd = -1;
        }
        if (interrupted || ended.err.find(interrupt_at) == std::string::npos) continue;
        kill(child, SIGINT);
        interrupted = true;
    }
    close(out.ends[0]);
    close(err.ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

Folder::Folder() {
    auto pattern = (fs::temp_directory_path() / "lenkwerk-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string Folder::file(std::string const& name, std::string const& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return file(name);
}

std::string bytes_of(std::string const& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(bytes).str();
}

}  // namespace lenkwerk::commands::tests
