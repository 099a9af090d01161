#pragma once
// How old the last status of an activity is, and when somebody is reminded of it.
#include "base/time.hpp"
#include "modules/measures/rules/phase.hpp"

#include <optional>
#include <string_view>

namespace lenkwerk::measures {

// In days since the last report; set per plan.
struct FreshnessLimits {
    int due = 90, overdue = 120, stale = 180;
};

// fresh under `due` days, due to `overdue`, overdue to `stale`, stale after; none for what is done or stopped.
enum class Freshness { none, fresh, due, overdue, stale };
std::string_view word(Freshness freshness);

// `last` is the day of the last report, or of the first entry where nothing was reported yet.
Freshness freshness(Phase phase, Day last, Day today, FreshnessLimits const& limits);
// The next day after `today` on which freshness() may give another answer: until then a page may be kept.
std::optional<Day> next_change(Phase phase, Day last, Day today, FreshnessLimits const& limits);

// The reminder that falls on `today`, as days from the due date (-30, -7, -1, 1, 7, 30); once stale one every 30 days (30 and more);
// nothing on other days, and never for what is done or stopped.
std::optional<int> reminder(Phase phase, Day last, Day today, FreshnessLimits const& limits);

}  // namespace lenkwerk::measures
