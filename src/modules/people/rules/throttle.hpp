#pragma once
// How long somebody has to wait after failed sign-ins: per account against guessing one password, per address against
// guessing many.
#include "base/time.hpp"

#include <optional>
#include <span>

namespace lenkwerk::people {

struct Throttle {
    int free_attempts;                     // failures within the window that cost nothing
    std::chrono::milliseconds window;      // older failures are forgotten
    std::chrono::milliseconds first_wait;  // doubled with every further failure
    std::chrono::milliseconds longest_wait;
};

inline constexpr Throttle kPerAccount{5, std::chrono::minutes{30}, std::chrono::seconds{30}, std::chrono::minutes{15}};
inline constexpr Throttle kPerAddress{30, std::chrono::minutes{30}, std::chrono::seconds{30}, std::chrono::minutes{15}};

// `failures` in any order. The moment from which the next attempt is heard; nothing where it is heard now.
std::optional<Instant> blocked_until(Throttle const& throttle, std::span<Instant const> failures, Instant now);

}  // namespace lenkwerk::people
