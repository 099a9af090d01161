#include "modules/places/rules/district.hpp"

#include "base/text.hpp"

namespace lenkwerk::places {

Outcome<District> check_district(District district) {
    district.name = text::squeeze(district.name);
    if (district.key.empty()) return refuse("places.district.key_missing", "key");
    if (district.name.empty()) return refuse("places.district.name_missing", "name");
    if (district.population && (*district.population < 0 || district.population_source.empty()))
        return refuse("places.district.population_without_source", "population");
    return district;
}

}  // namespace lenkwerk::places
