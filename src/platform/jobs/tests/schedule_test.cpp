#include "platform/jobs/schedule.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::jobs {
namespace {

std::string const kTown = "Europe/Berlin";

Instant at(Day day, int hour, int minute) {
    return {(day.days().time_since_epoch().count() * 1440LL + hour * 60 + minute) * 60'000LL};
}

TEST(Schedule, daily_is_the_same_local_time_in_summer_and_winter) {
    EXPECT_EQ(iso(next_time("daily 06:00", at(Day::of(2026, 7, 1), 12, 0), kTown)), "2026-07-02T04:00:00.000Z");
    EXPECT_EQ(iso(next_time("daily 06:00", at(Day::of(2026, 11, 23), 4, 59), kTown)), "2026-11-23T05:00:00.000Z");
    EXPECT_EQ(iso(next_time("daily 06:00", at(Day::of(2026, 11, 23), 5, 0), kTown)), "2026-11-24T05:00:00.000Z");
}

TEST(Schedule, daily_across_the_change_of_clocks) {
    EXPECT_EQ(iso(next_time("daily 06:00", at(Day::of(2026, 3, 28), 12, 0), kTown)), "2026-03-29T04:00:00.000Z");
    EXPECT_EQ(iso(next_time("daily 02:30", at(Day::of(2026, 3, 28), 12, 0), kTown)), "2026-03-29T01:30:00.000Z");
    EXPECT_EQ(iso(next_time("daily 06:00", at(Day::of(2026, 10, 24), 12, 0), kTown)), "2026-10-25T05:00:00.000Z");
}

TEST(Schedule, a_time_that_comes_twice_counts_once) {
    auto const first = next_time("daily 02:30", at(Day::of(2026, 10, 24), 12, 0), kTown);
    EXPECT_EQ(Day{std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>{
                  std::chrono::milliseconds{next_time("daily 02:30", first, kTown).milliseconds}})},
              Day::of(2026, 10, 26));
}

TEST(Schedule, weekly_and_intervals) {
    EXPECT_EQ(iso(next_time("weekly monday 06:00", at(Day::of(2026, 11, 23), 6, 0), kTown)),
              "2026-11-30T05:00:00.000Z");
    EXPECT_EQ(iso(next_time("weekly sunday 23:59", at(Day::of(2026, 11, 23), 6, 0), kTown)),
              "2026-11-29T22:59:00.000Z");
    EXPECT_EQ(iso(next_time("every 15 minutes", at(Day::of(2026, 11, 23), 6, 1), kTown)), "2026-11-23T06:15:00.000Z");
    EXPECT_EQ(iso(next_time("every 15 minutes", at(Day::of(2026, 11, 23), 6, 15), kTown)), "2026-11-23T06:30:00.000Z");
    EXPECT_EQ(iso(next_time("every 6 hours", at(Day::of(2026, 11, 23), 6, 1), kTown)), "2026-11-23T12:00:00.000Z");
}

TEST(Schedule, refuses_other_wordings) {
    for (auto const* when : {"", "daily", "daily 6:00", "daily 24:00", "every 0 minutes", "every x minutes",
                             "weekly 06:00", "weekly caturday 06:00", "every 5 seconds"})
        EXPECT_THROW((void)next_time(when, {0}, kTown), std::invalid_argument) << when;
}

}  // namespace
}  // namespace lenkwerk::jobs
