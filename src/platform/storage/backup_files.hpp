#pragma once
// What back_up() and restore() need of the system: files that appear whole, and PostgreSQL's own programs.
#include "platform/storage/backup.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lenkwerk::storage {

// A file under another name until it is whole; removed where keep() was not reached.
class PartialFile {
public:
    // Made empty, for us alone to read. DatabaseError where `whole` exists already and is not to be replaced.
    explicit PartialFile(std::filesystem::path whole, Existing existing = Existing::keep);
    ~PartialFile();
    PartialFile(PartialFile const&) = delete;
    PartialFile& operator=(PartialFile const&) = delete;

    std::filesystem::path const& path() const { return part_; }
    // On the disk, and under its name.
    void keep();

private:
    std::filesystem::path whole_, part_;
};

// Runs one of PostgreSQL's programs against the database of `address`, whose password goes by the environment and not by
// the command line, which everyone on the machine can read. DatabaseError where it is missing or fails.
void run_postgres_program(std::string const& name, std::string const& address, std::vector<std::string> arguments);

}  // namespace lenkwerk::storage
