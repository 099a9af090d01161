#include "modules/places/store/districts.hpp"

namespace lenkwerk::places::store {
namespace {

District district_of(storage::Row const& row) {
    return {row.id<DistrictId>(0), row.text(1), row.text(2), row.maybe_number(3), row.maybe_day(4), row.text(5)};
}

}  // namespace

std::vector<District> list_districts(storage::Reader const& reader) {
    return reader.all(
        "SELECT id, key, name, population, population_day, population_source FROM places_districts ORDER BY position, "
        "name, id",
        {}, district_of);
}

std::optional<District> find_district(storage::Reader const& reader, DistrictId id) {
    return reader.first(
        "SELECT id, key, name, population, population_day, population_source FROM places_districts WHERE id = $1", {id},
        district_of);
}

std::optional<DistrictId> district_named(storage::Reader const& reader, std::string const& name) {
    return reader.first("SELECT id FROM places_districts WHERE name = $1", {name},
                        [](storage::Row const& row) { return row.id<DistrictId>(0); });
}

DistrictId insert_district(storage::Transaction& tx, District const& district, int position, Shape const& shape) {
    return {tx.insert(R"(
        INSERT INTO places_districts (key, name, position, population, population_day, population_source, shape, shape_source)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)",
                      {district.key, district.name, position, district.population, district.population_day,
                       district.population_source, shape.geojson, shape.source})};
}

}  // namespace lenkwerk::places::store
