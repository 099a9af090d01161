#include "programs.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace lenkwerk::bench {
namespace {

std::vector<pid_t> with_children(pid_t pid) {
    std::vector<pid_t> all{pid};
    std::ifstream children(fmt::format("/proc/{}/task/{}/children", pid, pid));
    for (pid_t child; children >> child;) all.push_back(child);
    return all;
}

// proc(5): utime and stime are the 14th and 15th field of stat, in ticks; the name before them may hold spaces.
double cpu_of(pid_t pid) {
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string line;
    std::getline(file, line);
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) rest >> skipped;
    double user = 0, system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

[[noreturn]] void become(std::vector<std::string> const& command, int out) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
    std::vector<char*> arguments;
    for (auto const& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

}  // namespace

Program::Program(std::vector<std::string> const& command) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("cannot start " + command.front());
    if (pid_ == 0) become(command, pipe[1]);
    ::close(pipe[1]);
    out_ = pipe[0];
}

Program::~Program() {
    if (pid_ > 0) {
        ::kill(pid_, SIGTERM);
        wait();
    }
    ::close(out_);
}

int Program::wait() {
    int status = 0;
    ::waitpid(std::exchange(pid_, 0), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string Program::read_line() {
    std::string line;
    for (char c = 0; ::read(out_, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

std::string Program::read_all() {
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t size = 0; (size = ::read(out_, part.data(), part.size())) > 0;)
        all.append(part.data(), static_cast<std::size_t>(size));
    if (int const status = wait(); status != 0)
        throw std::runtime_error(fmt::format("a program ended with {}:\n{}", status, all));
    return all;
}

double Program::cpu_seconds() const {
    double sum = 0;
    for (auto const pid : with_children(pid_)) sum += cpu_of(pid);
    return sum;
}

double Program::megabytes() const {
    std::ifstream file(fmt::format("/proc/{}/statm", pid_));
    double total = 0, resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

std::string fetch(int port, std::string const& path) {
    int const peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        auto const request = fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", path);
        std::array<char, 16 * 1024> part{};
        if (::write(peer, request.data(), request.size()) > 0)
            for (ssize_t size = 0; (size = ::read(peer, part.data(), part.size())) > 0;)
                answer.append(part.data(), static_cast<std::size_t>(size));
    }
    ::close(peer);
    auto const body = answer.find("\r\n\r\n");
    return answer.starts_with("HTTP/1.1 200") && body != std::string::npos ? answer.substr(body + 4) : std::string{};
}

}  // namespace lenkwerk::bench
