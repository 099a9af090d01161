#pragma once
// Districts as they are kept.
#include "modules/places/rules/district.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::places::store {

std::vector<District> list_districts(storage::Reader const& reader);
std::optional<District> find_district(storage::Reader const& reader, DistrictId id);
std::optional<DistrictId> district_named(storage::Reader const& reader, std::string const& name);

struct Shape {
    std::string geojson;  // a geometry (RFC 7946), empty where none is known
    std::string source;
};
DistrictId insert_district(storage::Transaction& tx, District const& district, int position, Shape const& shape);

}  // namespace lenkwerk::places::store
