#include "modules/measures/rules/freshness.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lenkwerk::measures {
namespace {

constexpr std::array kReminderDays{-30, -7, -1, 1, 7, 30};
constexpr int kStaleInterval = 30;

}  // namespace

std::string_view word(Freshness freshness) {
    switch (freshness) {
        case Freshness::none: return "none";
        case Freshness::fresh: return "fresh";
        case Freshness::due: return "due";
        case Freshness::overdue: return "overdue";
        case Freshness::stale: return "stale";
    }
    throw std::logic_error("unknown freshness");
}

Freshness freshness(Phase phase, Day last, Day today, FreshnessLimits const& limits) {
    if (is_over(phase)) return Freshness::none;
    int const age = today - last;
    if (age < limits.due) return Freshness::fresh;
    if (age < limits.overdue) return Freshness::due;
    return age <= limits.stale ? Freshness::overdue : Freshness::stale;
}

std::optional<Day> next_change(Phase phase, Day last, Day today, FreshnessLimits const& limits) {
    if (is_over(phase)) return std::nullopt;
    for (int const age : {limits.due, limits.overdue, limits.stale + 1})
        if (last + age > today) return last + age;
    return std::nullopt;
}

std::optional<int> reminder(Phase phase, Day last, Day today, FreshnessLimits const& limits) {
    if (is_over(phase)) return std::nullopt;
    int const from_due = today - (last + limits.due);
    bool const is_stale = today - last > limits.stale;
    bool const falls_today =
        is_stale ? (today - last - limits.stale - 1) % kStaleInterval == 0
                 : std::find(kReminderDays.begin(), kReminderDays.end(), from_due) != kReminderDays.end();
    return falls_today ? std::optional{from_due} : std::nullopt;
}

}  // namespace lenkwerk::measures
