#include "modules/places/rules/district.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::places {
namespace {

std::string key(Outcome<District> const& refused) { return refused.problems().front().key; }

TEST(District, has_key_name_and_a_source_for_its_population) {
    District const north{{}, "nord", " Nord ", 61065, Day::of(2023, 12, 31), "Statistik"};
    EXPECT_EQ(check_district(north)->name, "Nord");
    EXPECT_EQ(key(check_district({{}, "", "Nord"})), "places.district.key_missing");
    EXPECT_EQ(key(check_district({{}, "nord", " "})), "places.district.name_missing");
    EXPECT_EQ(key(check_district({{}, "nord", "Nord", 5, {}, ""})), "places.district.population_without_source");
}

}  // namespace
}  // namespace lenkwerk::places
