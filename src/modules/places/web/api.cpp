// Districts as programs read them.
#include "modules/places/web/api.hpp"

#include "modules/places/places.hpp"
#include "platform/web/json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::places {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(District const& district) {
    return {{"id", district.id.value},
            {"key", district.key},
            {"name", district.name},
            {"population", web::or_null(district.population)},
            {"population_day", web::or_null(district.population_day)},
            {"population_source", web::or_null(district.population_source)}};
}

}  // namespace

web::Response list_districts_as_json(web::Visit& visit) {
    auto list = Json::array();
    for (auto const& district : districts(visit.reader())) list.push_back(json_of(district));
    return web::kept_json({{"districts", std::move(list)}});
}

web::Response show_district_as_json(web::Visit& visit) {
    auto const found = district(visit.reader(), visit.id<DistrictId>("id"));
    if (!found) throw web::NotFound{};
    return web::kept_json(json_of(*found));
}

}  // namespace lenkwerk::places
