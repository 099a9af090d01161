#pragma once
// Other programs under the bench: started, measured by what the kernel says of them, and ended.
#include <sys/types.h>
#include <chrono>
#include <string>
#include <vector>

namespace lenkwerk::bench {

class Program {
public:
    // Standard output can be read; standard error goes nowhere. Throws where the program cannot be started.
    explicit Program(std::vector<std::string> const& command);
    ~Program();  // SIGTERM, then waits
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    std::string read_line();
    std::string read_all();      // until it ends; throws where it failed
    double cpu_seconds() const;  // of it and its children that live
    double megabytes() const;    // resident, of it alone

private:
    int wait();
    pid_t pid_ = 0;
    int out_ = -1;
};

// One GET on a connection of its own; the body, or nothing where nobody answers yet.
std::string fetch(int port, std::string const& path);

}  // namespace lenkwerk::bench
