#include "platform/documents/program.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lenkwerk::documents {

namespace {

constexpr int kNotStarted = 127;

[[noreturn]] void fail(char const* what) { throw std::system_error(errno, std::generic_category(), what); }

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int operator*() const { return number_; }

private:
    int number_;
};

// Everything that the child needs, made before the fork: behind it nothing may allocate, because other threads may hold locks.
struct Preparation {
    explicit Preparation(Program const& program)
        : home("HOME=" + program.folder.string()), temporary("TMPDIR=" + program.folder.string()) {
        path = program.path.string();
        words.push_back(path);
        words.insert(words.end(), program.arguments.begin(), program.arguments.end());
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        environment = {home.data(), temporary.data(), search.data(), language.data(), nullptr};
        folder = program.folder.string();
        if (::geteuid() == 0)
            find_nobody();
        else
            user_map = std::to_string(::getuid()) + " " + std::to_string(::getuid()) + " 1",
            group_map = std::to_string(::getgid()) + " " + std::to_string(::getgid()) + " 1";
        limits(program);
    }

    void find_nobody() {
        auto const* const entry = ::getpwnam("nobody");
        if (!entry) fail("there is no user nobody");
        user = entry->pw_uid, group = entry->pw_gid, becomes_nobody = true;
        if (::chown(folder.c_str(), user, group) != 0) fail("giving a folder to nobody");
    }

    void limits(Program const& program) {
        auto const seconds = static_cast<rlim_t>(program.time_limit.count() / 1000 + 1);
        cpu = {seconds, seconds};
        data = {program.memory_limit, program.memory_limit};
        file = {rlim_t{1} << 29, rlim_t{1} << 29};
    }

    std::string home, temporary, search = "PATH=/usr/bin:/bin", language = "LANG=C.UTF-8", path, folder, user_map,
                                 group_map;
    std::vector<std::string> words;
    std::vector<char*> arguments, environment;
    uid_t user = 0;
    gid_t group = 0;
    bool becomes_nobody = false;
    rlimit cpu{}, data{}, file{};
};

// From here to exec: system calls only (signal-safety(7)).
bool write_once(char const* path, char const* text, std::size_t size) {
    int const file = ::open(path, O_WRONLY);
    if (file < 0) return false;
    bool const written = ::write(file, text, size) == static_cast<ssize_t>(size);
    ::close(file);
    return written;
}

// Without being root a network of one's own needs a user namespace, which some machines forbid: then what is printed still may
// not load anything (pdf.cpp, Content-Security-Policy).
void leave_the_network(Preparation const& prepared) {
    if (prepared.becomes_nobody) {
        if (::unshare(CLONE_NEWNET) != 0) ::_exit(kNotStarted);
        return;
    }
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
    bool const mapped = write_once("/proc/self/setgroups", "deny", 4) &&
                        write_once("/proc/self/uid_map", prepared.user_map.data(), prepared.user_map.size()) &&
                        write_once("/proc/self/gid_map", prepared.group_map.data(), prepared.group_map.size());
    if (!mapped) ::_exit(kNotStarted);
}

void drop_rights(Preparation const& prepared) {
    if (prepared.becomes_nobody &&
        (::setgroups(0, nullptr) != 0 || ::setresgid(prepared.group, prepared.group, prepared.group) != 0 ||
         ::setresuid(prepared.user, prepared.user, prepared.user) != 0))
        ::_exit(kNotStarted);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) ::_exit(kNotStarted);
}

void limit_resources(Preparation const& prepared) {
    bool const limited = ::setrlimit(RLIMIT_CPU, &prepared.cpu) == 0 && ::setrlimit(RLIMIT_DATA, &prepared.data) == 0 &&
                         ::setrlimit(RLIMIT_FSIZE, &prepared.file) == 0;
    if (!limited) ::_exit(kNotStarted);
}

[[noreturn]] void become(Preparation const& prepared, int errors) {
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    int const nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::syscall(SYS_close_range, 3U, ~0U, 0U);  // no open file of the server's: database, sockets
    leave_the_network(prepared);
    drop_rights(prepared);
    limit_resources(prepared);
    if (::chdir(prepared.folder.c_str()) != 0) ::_exit(kNotStarted);
    ::execve(prepared.path.c_str(), prepared.arguments.data(), prepared.environment.data());
    ::_exit(kNotStarted);
}

// Reads until the last process that holds the pipe has ended, or the time is over; keeps the end of what it read.
class LastWords {
public:
    explicit LastWords(int pipe) : pipe_(pipe) {}

    bool until(std::chrono::steady_clock::time_point end) {
        for (;;) {
            auto const left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0) return false;
            pollfd waiting{pipe_, POLLIN, 0};
            int const ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
            if (ready < 0 && errno != EINTR) fail("waiting for a program");
            if (ready > 0 && !take()) return true;
        }
    }
    std::string text() && { return std::move(text_); }

private:
    bool take() {
        constexpr std::size_t kKept = 4096;
        std::array<char, 4096> chunk;
        auto const read = ::read(pipe_, chunk.data(), chunk.size());
        if (read <= 0) return read < 0 && errno == EINTR;
        text_.append(chunk.data(), static_cast<std::size_t>(read));
        if (text_.size() > kKept) text_.erase(0, text_.size() - kKept);
        return true;
    }

    int pipe_;
    std::string text_;
};

ProgramEnd end_of(int status, bool in_time, std::string last_words) {
    if (!in_time) return {ProgramEnd::How::timed_out, 0, std::move(last_words)};
    if (WIFEXITED(status)) return {ProgramEnd::How::exited, WEXITSTATUS(status), std::move(last_words)};
    return {ProgramEnd::How::killed, WTERMSIG(status), std::move(last_words)};
}

}  // namespace

ProgramEnd run(Program const& program) {
    Preparation const prepared(program);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("a pipe");
    Descriptor const from(ends[0]);
    pid_t child = 0;
    {
        Descriptor const to(ends[1]);
        child = ::fork();
        if (child < 0) fail("starting a program");
        if (child == 0) become(prepared, *to);
    }
    LastWords words(*from);
    bool const in_time = words.until(std::chrono::steady_clock::now() + program.time_limit);
    ::kill(-child, SIGKILL);  // it and whatever it started: nothing of it stays
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) fail("the end of a program");
    return end_of(status, in_time, std::move(words).text());
}

}  // namespace lenkwerk::documents
