#include "platform/storage/backup_files.hpp"

#include "platform/storage/errors.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <map>
#include <memory>
#include <system_error>

extern char** environ;

namespace lenkwerk::storage {
namespace {

[[noreturn]] void fail(std::string const& what, std::filesystem::path const& path) {
    throw std::system_error(errno, std::generic_category(), what + " " + path.string());
}

// What was written, and that it is there under this name, survives the machine.
void sync(std::filesystem::path const& path, int how) {
    int const handle = ::open(path.c_str(), how | O_CLOEXEC);
    if (handle < 0) fail("cannot open", path);
    int const code = ::fsync(handle);
    ::close(handle);
    if (code != 0) fail("cannot write", path);
}

// The connection as libpq's environment variables, beside the environment that we have ourselves.
std::vector<std::string> environment_for(std::string const& address) {
    struct Free {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    char* error = nullptr;
    std::unique_ptr<PQconninfoOption, Free> const options{PQconninfoParse(address.c_str(), &error)};
    std::unique_ptr<char, decltype(&PQfreemem)> const message{error, &PQfreemem};
    if (!options) throw DatabaseError(fmt::format("not an address of PostgreSQL: {}", error == nullptr ? "" : error));
    std::vector<std::string> variables;
    for (auto* entry = environ; *entry != nullptr; ++entry) variables.emplace_back(*entry);
    for (auto const* option = options.get(); option->keyword != nullptr; ++option)
        if (option->envvar != nullptr && option->val != nullptr)
            variables.push_back(fmt::format("{}={}", option->envvar, option->val));
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> found;
    for (auto& text : texts) found.push_back(text.data());
    found.push_back(nullptr);
    return found;
}

}  // namespace

PartialFile::PartialFile(std::filesystem::path whole, Existing existing)
    : whole_(std::move(whole)), part_(whole_.string() + ".part") {
    if (existing == Existing::keep && std::filesystem::exists(whole_))
        throw DatabaseError(fmt::format("{} exists already: choose another name", whole_.string()));
    if (whole_.has_parent_path()) std::filesystem::create_directories(whole_.parent_path());
    int const handle = ::open(part_.c_str(), O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
    if (handle < 0) fail("cannot create", part_);
    ::close(handle);
}

PartialFile::~PartialFile() {
    std::error_code gone;
    std::filesystem::remove(part_, gone);
}

void PartialFile::keep() {
    sync(part_, O_RDWR);
    std::filesystem::rename(part_, whole_);
    auto const folder = whole_.has_parent_path() ? whole_.parent_path() : std::filesystem::path{"."};
    sync(folder, O_RDONLY | O_DIRECTORY);
}

void run_postgres_program(std::string const& name, std::string const& address, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), name);
    auto variables = environment_for(address);
    pid_t process = 0;
    int const missing = ::posix_spawnp(&process, name.c_str(), nullptr, nullptr, pointers(arguments).data(),
                                       pointers(variables).data());
    if (missing != 0)
        throw DatabaseError(fmt::format("{} cannot be started: please install the package postgresql-client", name));
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw DatabaseError(fmt::format("{} failed: see its words above", name));
}

}  // namespace lenkwerk::storage
