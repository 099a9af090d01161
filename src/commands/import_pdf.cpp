#include "commands/import_pdf.hpp"

#include "modules/council/council.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <system_error>

extern char** environ;

namespace lenkwerk::commands {
namespace {

constexpr std::size_t kChunk = 65'536;
constexpr char const* kMissing = "reading a PDF needs the program pdftotext: please install the package poppler-utils";

// A program whose output is read here. Ends it when it is not needed any more.
class Program {
public:
    explicit Program(std::array<char const*, 8> arguments) {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
        output_ = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        auto const failed = posix_spawnp(&process_, arguments[0], &actions, nullptr,
                                         const_cast<char* const*>(arguments.data()), environ);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        if (failed == 0) return;
        close(output_);
        throw std::runtime_error(kMissing);
    }
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;
    ~Program() {
        close(output_);
        if (process_ <= 0) return;
        kill(process_, SIGKILL);
        wait();
    }

    // All it writes; nothing if it took longer than `limit` or wrote more than `most`.
    std::optional<std::string> read(std::chrono::milliseconds limit, std::size_t most) {
        auto const end = std::chrono::steady_clock::now() + limit;
        std::string text;
        std::array<char, kChunk> chunk{};
        while (true) {
            auto const left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            pollfd ready{output_, POLLIN, 0};
            if (left.count() <= 0 || text.size() > most) return std::nullopt;
            if (poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
            auto const count = ::read(output_, chunk.data(), chunk.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) throw std::system_error(errno, std::generic_category(), "pdftotext");
            if (count == 0) return text;
            text.append(chunk.data(), static_cast<std::size_t>(count));
        }
    }

    int wait() {
        int status = 0;
        while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
        return status;
    }

private:
    pid_t process_ = 0;
    int output_ = -1;
};

}  // namespace

Outcome<std::string> text_of_pdf(std::filesystem::path const& file, std::chrono::milliseconds limit) {
    // An absolute path never begins with a hyphen, so it is never taken for an option.
    auto const path = std::filesystem::absolute(file).string();
    Program program({"pdftotext", "-layout", "-enc", "UTF-8", path.c_str(), "-", nullptr, nullptr});
    auto const text = program.read(limit, council::kLargestPaper);
    if (!text) return council::pdf_is_unreadable();
    auto const status = program.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        // 127: the spawned process found no such program.
        if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
            throw std::runtime_error(kMissing);
        }
        return council::pdf_is_unreadable();
    }
    if (text->find_first_not_of(" \t\r\n\f") == std::string::npos) return council::pdf_holds_no_text();
    return *text;
}

}  // namespace lenkwerk::commands
