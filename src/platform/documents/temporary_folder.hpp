#pragma once
// A folder of our own for files that live as long as the object: only we may read it, and it goes with all that is in it.
#include <filesystem>
#include <string_view>

namespace lenkwerk::documents {

class TemporaryFolder {
public:
    // Below $TMPDIR or /tmp. std::system_error where it cannot be made.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

// The whole content; std::runtime_error where it cannot be read.
std::string read_file(std::filesystem::path const& path);
void write_file(std::filesystem::path const& path, std::string_view content);

}  // namespace lenkwerk::documents
