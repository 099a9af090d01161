// Districts as programs read them.
#include "modules/people/module.hpp"
#include "modules/places/commands/districts.hpp"
#include "modules/places/module.hpp"
#include "town/browsers.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::places {
namespace {

using nlohmann::json;

class DistrictApi : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(DistrictApi);

TEST_P(DistrictApi, shows_the_districts_and_what_is_known_of_them) {
    town::World world{GetParam(), {people::module(), places::module()}};
    town::Browsers browsers{world.city()};
    auto const add = [&](District const& district, int position) {
        return *world.write(town::office(), [&](auto& tx) { return add_district(tx, district, position, {}); });
    };
    auto const north = add({{}, "nord", "Nordstadt", 12345, Day::of(2025, 12, 31), "Statistikstelle"}, 0);
    add({{}, "sued", "Südstadt", {}, {}, ""}, 1);
    auto const list = json::parse(browsers.visitor().get("/api/v1/districts").body).at("districts");
    ASSERT_EQ(list.size(), 2U);
    EXPECT_TRUE(list[1].at("population").is_null());
    auto const one = json::parse(browsers.visitor().get(fmt::format("/api/v1/districts/{}", north.value)).body);
    EXPECT_EQ(one, list[0]);
    EXPECT_EQ(one.at("population"), 12345);
    EXPECT_EQ(one.at("population_day"), "2025-12-31");
    EXPECT_EQ(browsers.visitor().get("/api/v1/districts/99").status, 404);
}

}  // namespace
}  // namespace lenkwerk::places
