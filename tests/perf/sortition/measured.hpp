#pragma once
// Runs a piece of work in a process of its own, so that its processor time and its memory are its own too.
#include <functional>
#include <optional>
#include <string>

namespace lenkwerk::bench {

struct Measured {
    std::optional<std::string> said;  // what the work returned; nothing: it was ended or failed
    double wall = 0;                  // seconds
    double cpu = 0;                   // seconds, user and system
    double megabytes = 0;             // largest resident size
};

// Ends the work after `most_cpu` seconds of processor time; 0: never.
Measured measured(std::function<std::string()> const& work, int most_cpu = 0);

}  // namespace lenkwerk::bench
