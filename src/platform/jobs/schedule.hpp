#pragma once
// When a job comes by itself, in the city's own time: "every 15 minutes", "every 6 hours", "daily 06:00", "weekly monday 06:00".
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace lenkwerk::jobs {

// The first moment after `after`. Intervals count from midnight UTC of 1970. A local time that the change of clocks skips
// comes an hour later; one that comes twice counts once. Throws std::invalid_argument for any other wording.
Instant next_time(std::string_view when, Instant after, std::string const& time_zone);

}  // namespace lenkwerk::jobs
