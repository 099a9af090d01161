// The pages of the districts: for everybody.
#include "modules/people/module.hpp"
#include "modules/places/commands/districts.hpp"
#include "modules/places/module.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::places {
namespace {

using ::testing::HasSubstr;

class DistrictPages : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module(), places::module()});
        site = std::make_unique<web::Site>(world->city());
    }
    Outcome<DistrictId> add(District const& district) {
        return world->write(town::office(), [&](auto& tx) { return add_district(tx, district, 0, {}); });
    }
    auto get(std::string const& address) { return web::testing::Browser{*site}.get(address); }

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
};
LENKWERK_ON_BOTH_DATABASES(DistrictPages);

TEST_P(DistrictPages, say_that_there_are_none_yet) {
    EXPECT_THAT(get("/stadtbezirke").body, HasSubstr("Noch keine Stadtbezirke"));
}

TEST_P(DistrictPages, show_a_district_with_its_people_and_where_the_number_comes_from) {
    auto const id = *add({{}, "nord", "Nordstadt", 12345, Day::of(2025, 12, 31), "Statistikstelle"});
    EXPECT_THAT(get("/stadtbezirke").body, HasSubstr("Nordstadt"));
    auto const page = get(fmt::format("/stadtbezirke/{}", id.value)).body;
    EXPECT_THAT(page, HasSubstr("12.345"));
    EXPECT_THAT(page, HasSubstr("Statistikstelle"));
    EXPECT_EQ(get("/stadtbezirke/99").status, 404);
    EXPECT_EQ(get("/stadtbezirke/nord").status, 404);
}

TEST_P(DistrictPages, know_each_name_once) {
    ASSERT_TRUE(add({{}, "nord", "Nordstadt", {}, {}, ""}));
    EXPECT_EQ(add({{}, "nord2", "Nordstadt", {}, {}, ""}).problems().front().key, "places.district.name_taken");
    EXPECT_EQ(
        world->write(town::visitor(), [](auto& tx) { return add_district(tx, {{}, "x", "X", {}, {}, ""}, 0, {}); })
            .problems()
            .front()
            .key,
        "access.denied");
}

}  // namespace
}  // namespace lenkwerk::places
