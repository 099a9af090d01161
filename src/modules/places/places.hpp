#pragma once
// What other modules may know of places: the districts of the city.
#include "base/time.hpp"
#include "modules/places/rules/district.hpp"
#include "platform/storage/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::places {

std::vector<District> districts(storage::Reader const& reader);  // in the city's own order
std::optional<District> district(storage::Reader const& reader, DistrictId id);
std::optional<DistrictId> district_named(storage::Reader const& reader, std::string const& name);

}  // namespace lenkwerk::places
