#include "modules/measures/rules/phase.hpp"

#include <stdexcept>

namespace lenkwerk::measures {

std::string_view word(Phase phase) {
    switch (phase) {
        case Phase::idea: return "idea";
        case Phase::planned: return "planned";
        case Phase::running: return "running";
        case Phase::done: return "done";
        case Phase::stopped: return "stopped";
    }
    throw std::logic_error("unknown phase");
}

std::optional<Phase> phase_of(std::string_view text) {
    for (auto const phase : kPhases)
        if (word(phase) == text) return phase;
    return std::nullopt;
}

std::string_view word(Lateness lateness) {
    switch (lateness) {
        case Lateness::none: return "none";
        case Lateness::start: return "start";
        case Lateness::end: return "end";
    }
    throw std::logic_error("unknown lateness");
}

Lateness lateness(Phase phase, std::optional<Day> planned_start, std::optional<Day> planned_end, Day today) {
    if (is_over(phase)) return Lateness::none;
    if (planned_end && *planned_end < today) return Lateness::end;
    bool const waits = phase == Phase::idea || phase == Phase::planned;
    return waits && planned_start && *planned_start < today ? Lateness::start : Lateness::none;
}

}  // namespace lenkwerk::measures
