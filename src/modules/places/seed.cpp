// districts.json and districts.geojson of a city's folder.
#include "modules/places/seed.hpp"

#include "modules/places/commands/districts.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::places {
namespace {

using nlohmann::json;

std::map<std::string, store::Shape> shapes(SeedFolder const& folder) {
    std::map<std::string, store::Shape> found;
    auto const text = folder.file("districts.geojson");
    if (!text) return found;
    auto const file = json::parse(*text);
    for (auto const& feature : file.at("features"))
        found[feature.at("properties").at("key")] = {feature.at("geometry").dump(), file.value("note", "")};
    return found;
}

District district_of(json const& entry) {
    District district{{}, entry.at("key"), entry.at("name"), std::nullopt, std::nullopt, ""};
    auto const population = entry.value("population", json::object());
    if (!population.contains("value") || population.at("value").is_null()) return district;
    district.population = population.at("value").get<std::int64_t>();
    district.population_source = population.value("source", "");
    if (population.contains("day") && population.at("day").is_string())
        district.population_day = Day::parse(population.at("day").get<std::string>());
    return district;
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("districts.json");
    if (!text) return;
    auto const known = shapes(folder);
    int position = 0;
    auto const given = json::parse(*text);
    for (auto const& entry : given.at("districts")) {
        auto const district = district_of(entry);
        auto const shape = known.find(district.key);
        auto const id =
            must(add_district(tx, district, position++, shape == known.end() ? store::Shape{} : shape->second),
                 "districts.json");
        folder.planted({"district", id.value}, district.key);
    }
}

}  // namespace lenkwerk::places
