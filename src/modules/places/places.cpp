#include "modules/places/places.hpp"

#include "modules/places/store/districts.hpp"

namespace lenkwerk::places {

std::vector<District> districts(storage::Reader const& reader) { return store::list_districts(reader); }

std::optional<District> district(storage::Reader const& reader, DistrictId id) {
    return store::find_district(reader, id);
}

std::optional<DistrictId> district_named(storage::Reader const& reader, std::string const& name) {
    return store::district_named(reader, name);
}

}  // namespace lenkwerk::places
