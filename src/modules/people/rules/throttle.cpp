#include "modules/people/rules/throttle.hpp"

#include <algorithm>

namespace lenkwerk::people {

std::optional<Instant> blocked_until(Throttle const& throttle, std::span<Instant const> failures, Instant now) {
    Instant latest{};
    int recent = 0;
    for (auto const failure : failures) {
        if (failure <= now - throttle.window) continue;
        latest = std::max(latest, failure);
        ++recent;
    }
    int const paid = recent - throttle.free_attempts;
    if (paid < 0) return std::nullopt;
    auto wait = throttle.first_wait;
    for (int doubling = 0; doubling < paid && wait < throttle.longest_wait; ++doubling) wait *= 2;
    auto const until = latest + std::min(wait, throttle.longest_wait);
    return until > now ? std::optional{until} : std::nullopt;
}

}  // namespace lenkwerk::people
