#pragma once
// The phase of an activity, and whether it is late.
#include "base/time.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace lenkwerk::measures {

enum class Phase { idea, planned, running, done, stopped };
inline constexpr std::array kPhases{Phase::idea, Phase::planned, Phase::running, Phase::done, Phase::stopped};
std::string_view word(Phase phase);
std::optional<Phase> phase_of(std::string_view word);

inline bool is_over(Phase phase) { return phase == Phase::done || phase == Phase::stopped; }

// Late is not the same as silent: the planned start has passed while idea or planned, or the planned end while not done or stopped.
enum class Lateness { none, start, end };
std::string_view word(Lateness lateness);
Lateness lateness(Phase phase, std::optional<Day> planned_start, std::optional<Day> planned_end, Day today);

}  // namespace lenkwerk::measures
