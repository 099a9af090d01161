#pragma once
// Long work of one command: it says on stderr how it goes, and Ctrl-C asks it to end with what it has.
#include <chrono>
#include <memory>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/proof/verify.hpp"

namespace lenkwerk::commands::sortition {

// Whoever was ended before there was an answer ends with this code, as a shell reports it of Ctrl-C.
constexpr int kInterrupted = 130;

// One at a time. From its construction on the first Ctrl-C is heard here; a second one ends the process at once.
class Watch {
public:
    Watch();

    // What is new at once, then a line a second, also while no report comes.
    lenkwerk::sortition::engine::Progress progress(int threads = 2) const;
    lenkwerk::sortition::proof::Witness witness() const;
    bool interrupted() const;
    double seconds() const;

private:
    struct Said;
    void say(std::string_view work, std::string line) const;
    void repeat() const;

    std::chrono::steady_clock::time_point start_;
    std::shared_ptr<Said> said_;
};

}  // namespace lenkwerk::commands::sortition
