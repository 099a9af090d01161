#pragma once
// The built program itself, started as somebody would start it.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::commands::tests {

struct Ended {
    int code = -1;  // exit code; −1: by a signal
    std::string out, err;
};

// Runs `lenkwerk ARGUMENTS…`. As soon as stderr holds `until` (if not empty), the program gets SIGINT.
Ended lenkwerk(std::vector<std::string> const& arguments, std::string const& interrupt_at = {});

// A folder that is gone with the value.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::string file(std::string const& name) const { return (path_ / name).string(); }
    std::string file(std::string const& name, std::string const& bytes) const;

private:
    std::filesystem::path path_;
};

std::string bytes_of(std::string const& path);

}  // namespace lenkwerk::commands::tests
