#include "platform/i18n/locale.hpp"

#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::i18n {
namespace {

constexpr auto kZone = "Europe/Berlin";
constexpr std::string_view kNoBreak = "\u00A0";

Locale german() {
    Locale locale("de", kZone);
    locale.add(R"({"common.moment": "{moment} Uhr", "t.plain": "Maßnahmen", "t.hash": "Nr. #1",
        "t.count": "{count, plural, =0 {keine Maßnahme} one {eine Maßnahme} other {# Maßnahmen}}",
        "t.by": "von {name} in {district}", "t.quoted": "Hier steht '{'name'}' und it''s"})");
    return locale;
}

// 2022-11-08T13:30Z
constexpr Instant kAfternoon{1667914200000};

TEST(Locale, shows_a_message_without_arguments_as_it_stands) {
    auto const de = german();
    EXPECT_EQ(de.text("t.plain"), "Maßnahmen");
    EXPECT_EQ(de.text("t.hash"), "Nr. #1");
    EXPECT_TRUE(de.is_plain("t.plain") && de.is_plain("t.quoted"));
    EXPECT_FALSE(de.is_plain("t.by") || de.is_plain("t.none") || de.is_plain(""));
    EXPECT_EQ(de.text("t.quoted"), "Hier steht {name} und it's");
}

TEST(Locale, fills_in_arguments_and_plurals) {
    auto const de = german();
    EXPECT_EQ(de.text("t.count", {{"count", 0}}), "keine Maßnahme");
    EXPECT_EQ(de.text("t.count", {{"count", 1}}), "eine Maßnahme");
    EXPECT_EQ(de.text("t.count", {{"count", 1234}}), "1.234 Maßnahmen");
    EXPECT_EQ(de.explain({"t.by", "field", {{"district", "Süd"}, {"name", "{Amt}"}}}), "von {Amt} in Süd");
}

TEST(Locale, names_the_key_of_an_unknown_message_and_of_a_missing_argument) {
    auto const de = german();
    auto const fault = [](auto const& show) -> std::string {
        try {
            show();
        } catch (std::logic_error const& error) {
            return error.what();
        }
        return {};
    };
    EXPECT_EQ(fault([&] { return de.text("t.none"); }), "no message \"t.none\" in \"de\"");
    EXPECT_EQ(fault([&] { return de.text("t.by", {{"name", "x"}}); }),
              "message \"t.by\" is shown without its argument {district}");
    EXPECT_EQ(fault([&] { return de.text("t.by"); }), "message \"t.by\" is shown without its argument {district}");
}

TEST(Locale, refuses_files_with_faults) {
    auto de = german();
    EXPECT_THROW(de.add(R"({"t.plain": "again"})"), std::invalid_argument);
    EXPECT_THROW(de.add(R"({"t.x": "a", "t.x": "b"})"), std::invalid_argument);
    EXPECT_THROW(de.add(R"({"t.y": "{open"})"), std::invalid_argument);
    EXPECT_THROW(de.add(R"({"t.z": "{0}"})"), std::invalid_argument);
    EXPECT_THROW(de.add(R"({"t.n": 1})"), std::invalid_argument);
    EXPECT_THROW(de.add(R"(["t"])"), std::invalid_argument);
}

TEST(Locale, writes_days_and_moments_in_the_city_s_time) {
    auto const de = german();
    auto const day = Day::of(2022, 11, 8);
    EXPECT_EQ(de.day(day), "08.11.2022");
    EXPECT_EQ(de.day(day, DayStyle::words), "8. November 2022");
    EXPECT_EQ(de.moment(kAfternoon), "08.11.2022, 14:30 Uhr");
    EXPECT_EQ(de.time(kAfternoon), "14:30");
    Locale const en("en", kZone);
    EXPECT_EQ(en.day(day), "08/11/2022");
    EXPECT_EQ(en.day(day, DayStyle::words), "8 November 2022");
    EXPECT_EQ(en.moment(kAfternoon), "08/11/2022, 14:30");
}

TEST(Locale, writes_numbers_and_money) {
    auto const de = german();
    EXPECT_EQ(de.number(-1234567), "-1.234.567");
    EXPECT_EQ(de.real(1234.5, 2), "1.234,50");
    EXPECT_EQ(de.percent(0.5), fmt::format("50{}%", kNoBreak));
    EXPECT_EQ(de.percent(0.1234, 1), fmt::format("12,3{}%", kNoBreak));
    EXPECT_EQ(de.money({5000000}), fmt::format("50.000,00{}€", kNoBreak));
    EXPECT_EQ(de.money({9007199254740993}), fmt::format("90.071.992.547.409,93{}€", kNoBreak));
    Locale const en("en", kZone);
    EXPECT_EQ(en.money({-5}), "-€0.05");
    EXPECT_EQ(en.percent(0.5), "50%");
}

TEST(Locale, joins_lists_and_knows_the_direction) {
    EXPECT_EQ(german().list({"a", "b", "c"}), "a, b und c");
    EXPECT_FALSE(german().is_right_to_left());
    EXPECT_TRUE(Locale("ar", kZone).is_right_to_left());
}

TEST(Locale, orders_names_as_readers_expect) {
    auto const de = german();
    std::vector<std::string> names{"Zoo", "Öffentlichkeit", "Ordnungsamt", "Äcker", "Acker"};
    std::ranges::sort(names, [&](auto const& left, auto const& right) { return de.compare(left, right) < 0; });
    EXPECT_EQ(names, (std::vector<std::string>{"Acker", "Äcker", "Öffentlichkeit", "Ordnungsamt", "Zoo"}));
    EXPECT_EQ(de.compare("Acker", "Acker"), 0);
}

TEST(Locale, knows_when_a_day_begins_on_both_sides_of_summer_time) {
    auto const de = german();
    EXPECT_EQ(iso(de.start_of(Day::of(2026, 7, 1))), "2026-06-30T22:00:00.000Z");
    EXPECT_EQ(iso(de.start_of(Day::of(2026, 12, 1))), "2026-11-30T23:00:00.000Z");
    EXPECT_EQ(de.start_of(Day::of(2026, 3, 30)) - de.start_of(Day::of(2026, 3, 29)), std::chrono::hours{23});
    EXPECT_EQ(de.start_of(Day::of(2026, 10, 26)) - de.start_of(Day::of(2026, 10, 25)), std::chrono::hours{25});
}

RC_GTEST_PROP(Locale, says_of_each_start_that_it_is_that_day_and_of_the_moment_before_that_it_is_not, ()) {
    static Locale const de = german();
    auto const day = Day::of(1980, 1, 1) + *rc::gen::inRange(0, 40000);
    RC_ASSERT(de.day_of(de.start_of(day)) == day);
    RC_ASSERT(de.day_of(de.start_of(day) - std::chrono::milliseconds{1}) == day - 1);
}

TEST(Locale, serves_many_threads) {
    auto const de = german();
    std::vector<std::thread> threads;
    std::array<int, 4> right{};
    for (std::size_t t = 0; t < right.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 2; i < 200; ++i) {
                auto const expected = std::to_string(i) + " Maßnahmen";
                if (de.text("t.count", {{"count", i}}) == expected && de.moment(kAfternoon).ends_with("14:30 Uhr"))
                    ++right[t];
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, (std::array{198, 198, 198, 198}));
}

TEST(Locale, refuses_a_time_zone_that_does_not_exist) {
    EXPECT_THROW(Locale("de", "Europe/Nowhere"), std::invalid_argument);
}

}  // namespace
}  // namespace lenkwerk::i18n
