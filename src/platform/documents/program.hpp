#pragma once
// Runs a program of others at arm's length: no shell, no network, no rights, with an end to its time and its memory.
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace lenkwerk::documents {

struct Program {
    std::filesystem::path path;
    std::vector<std::string> arguments = {};  // without the program's own name
    // The only folder that it may write to; its home. Where we are root it is given to `nobody`, as whom the program runs.
    std::filesystem::path folder;
    std::chrono::milliseconds time_limit{60'000};
    std::size_t memory_limit = std::size_t{3} << 30;  // bytes of data, of each of its processes
};

struct ProgramEnd {
    enum class How { exited, timed_out, killed } how = How::exited;
    int code = 0;            // exit code, or the signal
    std::string last_words;  // the end of what it wrote to its error output, at most 4 KB
    bool went_well() const { return how == How::exited && code == 0; }
};

// Waits for its end. std::system_error where no process can be started; a program that is not there exits with 127.
ProgramEnd run(Program const& program);

}  // namespace lenkwerk::documents
