#pragma once
// A process of our own that can be killed at any moment, and what it wrote to its standard output until then.
#include <sys/types.h>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::crash {

class Process {
public:
    // The first word is the program. What it says on its standard error is thrown away.
    explicit Process(std::vector<std::string> words);
    // Kills.
    ~Process();
    Process(Process const&) = delete;
    Process& operator=(Process const&) = delete;

    // Reads for at most this long, or until a whole line contains `text` if one is given; says whether one does.
    bool read(std::chrono::milliseconds most, std::string_view text = {});
    // SIGKILL: nothing is finished, nothing is flushed. What stood in the pipe is read.
    void kill();
    // The whole lines until now.
    std::vector<std::string> lines() const;

private:
    bool wait_for_output(std::chrono::milliseconds most) const;
    bool take();

    pid_t process_ = 0;
    int output_ = -1;
    std::string text_;
};

}  // namespace lenkwerk::crash
