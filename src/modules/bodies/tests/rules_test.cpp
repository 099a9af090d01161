#include "modules/bodies/rules/body.hpp"
#include "modules/bodies/rules/session.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::bodies {
namespace {

template <class T> std::vector<std::string> keys(Outcome<T> const& refused) {
    std::vector<std::string> found;
    for (auto const& problem : refused.problems()) found.push_back(problem.key);
    return found;
}
using Keys = std::vector<std::string>;

Day const kToday = Day::of(2026, 11, 23);

BodyDraft steering_group() {
    return {"Lenkungskreis",
            "steering_group",
            {},
            {"administration", "security_and_justice", "trade_and_business"},
            {"inclusion", "diversity"}};
}

MemberDraft seat(std::string sector, std::vector<std::string> perspectives = {}) {
    return {"Leitung", "member", std::move(sector), std::move(perspectives), "", "", {Day::of(2025, 1, 1)}};
}

TEST(Body, says_what_is_wrong_with_it) {
    EXPECT_TRUE(check_body(steering_group()));
    EXPECT_EQ(keys(check_body({"", "club", {}, {"sea"}, {"height"}, 100})),
              (Keys{"bodies.body.name_missing", "bodies.body.kind_unknown", "bodies.body.sector_unknown",
                    "bodies.body.perspective_unknown", "bodies.body.quorum_out_of_range"}));
    EXPECT_EQ(keys(check_body({std::string(201, 'x'), "council"})), Keys{"bodies.body.name_too_long"});
}

TEST(Body, of_the_plan_or_of_the_council) {
    EXPECT_TRUE(is_of_the_plan("working_group"));
    EXPECT_FALSE(is_of_the_plan("district_council"));
}

TEST(Member, says_what_is_wrong) {
    EXPECT_TRUE(check_member(seat("science")));
    MemberDraft const bad{"", "king", "sea", {"height"}, "", std::string(121, 'x'), {kToday, kToday - 1}};
    EXPECT_EQ(keys(check_member(bad)), (Keys{"bodies.member.name_missing", "bodies.member.too_long",
                                             "bodies.member.function_unknown", "bodies.member.sector_missing",
                                             "bodies.member.perspective_unknown", "bodies.member.term_reversed"}));
}

TEST(Composition, names_the_gaps) {
    std::vector<MemberDraft> members{seat("administration"), seat("administration", {"inclusion"}),
                                     seat("security_and_justice")};
    members.push_back(seat("trade_and_business"));
    members.back().term.last = kToday - 1;
    members.push_back(seat("science", {"diversity"}));
    members.back().function = "guest";
    auto const found = composition(steering_group(), members, kToday);
    EXPECT_EQ(found.members, 3);
    EXPECT_TRUE(found.has_gaps());
    std::vector<std::string> gaps;
    for (auto const& list : {found.sectors, found.perspectives})
        for (auto const& share : list)
            if (share.is_gap()) gaps.push_back(share.what);
    EXPECT_EQ(gaps, (std::vector<std::string>{"trade_and_business", "diversity"}));
}

SeriesDraft quarterly() { return {Day::of(2026, 3, 12), 3, 14 * 60, 120, "Rathaus"}; }  // second Thursday

std::vector<std::string> iso(std::vector<Day> const& days) {
    std::vector<std::string> found;
    for (auto const day : days) found.push_back(day.iso());
    return found;
}

TEST(Series, keeps_the_weekday_and_its_place_in_the_month) {
    EXPECT_EQ(iso(days_of(quarterly(), kToday, 3)),
              (std::vector<std::string>{"2026-12-10", "2027-03-11", "2027-06-10"}));
}

TEST(Series, takes_the_last_where_there_is_no_fifth) {
    auto monthly = quarterly();
    monthly.first = Day::of(2026, 1, 29);  // fifth Thursday
    monthly.every_months = 1;
    EXPECT_EQ(iso(days_of(monthly, monthly.first, 3)),
              (std::vector<std::string>{"2026-01-29", "2026-02-26", "2026-03-26"}));
}

TEST(Series, ends) {
    auto series = quarterly();
    series.last = Day::of(2027, 1, 1);
    EXPECT_EQ(days_of(series, kToday, 10).size(), 1u);
}

TEST(Series, falls_on_one_weekday_in_order) {
    EXPECT_TRUE(rc::check([] {
        auto series = quarterly();
        series.first = Day::of(2026, 1, 1) + *rc::gen::inRange(0, 366);
        series.every_months = *rc::gen::inRange(1, 13);
        auto const days = days_of(series, series.first, 20);
        RC_ASSERT(days.size() == 20u && days.front() == series.first);
        for (std::size_t i = 1; i < days.size(); ++i) {
            RC_ASSERT(days[i - 1] < days[i]);
            RC_ASSERT((days[i] - series.first) % 7 == 0);
        }
    }));
}

TEST(Series, says_what_is_wrong) {
    SeriesDraft const bad{Day::of(2026, 3, 12), 0, 24 * 60, 10, "", Day::of(2026, 1, 1), 0};
    EXPECT_EQ(keys(check_series(bad)),
              (Keys{"bodies.session.start_out_of_range", "bodies.session.length_out_of_range",
                    "bodies.session.place_missing", "bodies.series.interval_out_of_range",
                    "bodies.series.invitation_out_of_range", "bodies.series.period_reversed"}));
}

TEST(Session, is_planned_then_invited_then_held) {
    EXPECT_EQ(*advance(SessionState::planned, SessionState::invited), SessionState::invited);
    EXPECT_EQ(*advance(SessionState::invited, SessionState::cancelled), SessionState::cancelled);
    EXPECT_EQ(keys(advance(SessionState::planned, SessionState::held)), Keys{"bodies.session.state_out_of_order"});
    EXPECT_EQ(keys(advance(SessionState::held, SessionState::cancelled)), Keys{"bodies.session.state_out_of_order"});
    EXPECT_EQ(keys(check_session({SessionKind::regular, kToday, 0, 60, std::string(201, 'x')})),
              Keys{"bodies.session.place_too_long"});
}

TEST(Session, reads_clocks_and_words) {
    EXPECT_EQ(minute_of("14:05"), 845);
    EXPECT_EQ(clock_of(845), "14:05");
    for (auto const* wrong : {"", "24:00", "1:05", "14:60", "14.05", "ab:cd"}) EXPECT_FALSE(minute_of(wrong)) << wrong;
    for (auto const* state : {"planned", "invited", "held", "cancelled"})
        EXPECT_EQ(word(session_state_of(state)), state);
    for (auto const kind : {SessionKind::regular, SessionKind::extraordinary})
        EXPECT_EQ(session_kind_of(word(kind)), kind);
}

}  // namespace
}  // namespace lenkwerk::bodies
