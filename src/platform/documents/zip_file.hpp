#pragma once
// A ZIP archive that is made on the disk: its parts are files, so that nothing large stands in memory.
#include <filesystem>
#include <memory>
#include <string>

namespace lenkwerk::documents {

class ZipFile {
public:
    // std::runtime_error where it cannot be made; a file that is there is replaced.
    explicit ZipFile(std::filesystem::path const& path);
    // Without close() nothing is left behind.
    ~ZipFile();
    ZipFile(ZipFile const&) = delete;
    ZipFile& operator=(ZipFile const&) = delete;

    // The file has to stay until close().
    void add(std::string const& name, std::filesystem::path const& file);
    void close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::documents
