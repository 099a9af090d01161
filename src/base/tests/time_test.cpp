#include "base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk {
namespace {

TEST(Day, reads_and_writes_iso) {
    EXPECT_EQ(Day::parse("2022-11-08")->iso(), "2022-11-08");
    EXPECT_EQ(Day::of(2024, 2, 29).iso(), "2024-02-29");
}

TEST(Day, refuses_what_is_no_day) {
    for (auto const* text :
         {"", "2023-02-29", "2022-13-01", "08.11.2022", "2022-11-8", "2022-11-0x", "-022-11-08", "2022-11-080"})
        EXPECT_FALSE(Day::parse(text)) << text;
    EXPECT_THROW(Day::of(2023, 2, 29), std::invalid_argument);
}

TEST(Day, reads_back_every_day_that_it_writes) {
    EXPECT_TRUE(rc::check([] {
        auto const day = Day::of(1970, 1, 1) + *rc::gen::inRange(-100'000, 1'000'000);
        RC_ASSERT(Day::parse(day.iso()) == day);
    }));
}

TEST(Period, includes_both_ends) {
    Period const spring{Day::of(2026, 3, 1), Day::of(2026, 5, 31)};
    EXPECT_TRUE(spring.contains(Day::of(2026, 3, 1)));
    EXPECT_TRUE(spring.contains(Day::of(2026, 5, 31)));
    EXPECT_FALSE(spring.contains(Day::of(2026, 6, 1)));
    EXPECT_TRUE((Period{Day::of(2026, 3, 1)}.contains(Day::of(2099, 1, 1))));
}

TEST(Instant, is_written_in_utc) { EXPECT_EQ(iso(Instant{1'763'884'800'123}), "2025-11-23T08:00:00.123Z"); }

}  // namespace
}  // namespace lenkwerk
