#pragma once
// A district of the city, and what must be true of one.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/places/ids.hpp"

#include <optional>
#include <string>

namespace lenkwerk::places {

struct District {
    DistrictId id;
    std::string key, name;
    std::optional<std::int64_t> population;  // people, on population_day as the source says
    std::optional<Day> population_day;
    std::string population_source;
};
// A population needs its source; key and name are there.
Outcome<District> check_district(District district);

}  // namespace lenkwerk::places
