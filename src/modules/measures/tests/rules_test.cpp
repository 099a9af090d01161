#include "modules/measures/rules/activity.hpp"
#include "modules/measures/rules/freshness.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::measures {
namespace {

template <class T> std::vector<std::string> keys(Outcome<T> const& refused) {
    std::vector<std::string> found;
    for (auto const& problem : refused.problems()) found.push_back(problem.key);
    return found;
}
using Keys = std::vector<std::string>;

Day const kToday = Day::of(2026, 11, 23);
FreshnessLimits const kLimits;

TEST(Phase, reads_back) {
    for (auto const phase : kPhases) EXPECT_EQ(phase_of(word(phase)), phase);
    EXPECT_FALSE(phase_of("lost"));
    for (auto const kind : {Kind::ongoing, Kind::measure}) EXPECT_EQ(kind_of(word(kind)), kind);
}

TEST(Lateness, is_a_start_or_an_end_that_has_passed) {
    EXPECT_EQ(lateness(Phase::planned, kToday - 1, {}, kToday), Lateness::start);
    EXPECT_EQ(lateness(Phase::planned, kToday, {}, kToday), Lateness::none);
    EXPECT_EQ(lateness(Phase::running, kToday - 9, kToday - 1, kToday), Lateness::end);
    EXPECT_EQ(lateness(Phase::running, kToday - 9, kToday, kToday), Lateness::none);
    for (auto const over : {Phase::done, Phase::stopped})
        EXPECT_EQ(lateness(over, kToday - 9, kToday - 1, kToday), Lateness::none);
}

TEST(Freshness, turns_at_its_limits) {
    auto const after = [](int days) { return freshness(Phase::running, kToday - days, kToday, kLimits); };
    EXPECT_EQ(after(0), Freshness::fresh);
    EXPECT_EQ(after(89), Freshness::fresh);
    EXPECT_EQ(after(90), Freshness::due);
    EXPECT_EQ(after(119), Freshness::due);
    EXPECT_EQ(after(120), Freshness::overdue);
    EXPECT_EQ(after(180), Freshness::overdue);
    EXPECT_EQ(after(181), Freshness::stale);
    EXPECT_EQ(freshness(Phase::done, kToday - 999, kToday, kLimits), Freshness::none);
}

TEST(Freshness, changes_next_on_the_day_it_names_and_not_before) {
    EXPECT_TRUE(rc::check([] {
        auto const last = kToday - *rc::gen::inRange(0, 250);
        auto const now = freshness(Phase::running, last, kToday, kLimits);
        auto const change = next_change(Phase::running, last, kToday, kLimits);
        RC_ASSERT(change.has_value() == (now != Freshness::stale));
        if (!change) return;
        RC_ASSERT(freshness(Phase::running, last, *change - 1, kLimits) == now);
        RC_ASSERT(freshness(Phase::running, last, *change, kLimits) != now);
    }));
}

TEST(Reminder, comes_before_and_after_the_due_date) {
    std::vector<int> found;
    for (int age = 0; age <= 180; ++age)
        if (auto const days = reminder(Phase::running, kToday - age, kToday, kLimits)) found.push_back(*days);
    EXPECT_EQ(found, (std::vector{-30, -7, -1, 1, 7, 30}));
}

TEST(Reminder, comes_at_most_once_a_month_for_what_is_stale_and_never_for_what_is_over) {
    int previous = 0;
    for (int age = 181; age < 600; ++age) {
        if (!reminder(Phase::running, kToday - age, kToday, kLimits)) continue;
        if (previous) {
            EXPECT_EQ(age - previous, 30);
        }
        previous = age;
    }
    EXPECT_GT(previous, 500);
    for (int age = 0; age < 600; ++age) EXPECT_FALSE(reminder(Phase::done, kToday - age, kToday, kLimits));
}

ActivityDraft cutting_back() {
    ActivityDraft draft;
    draft.topic = plan::TopicId{1};
    draft.title = "Rückschnitt im Stadtgarten";
    draft.responsible = people::OrganisationId{2};
    return draft;
}

TEST(Activity, keeps_everybody_once) {
    auto draft = cutting_back();
    draft.collaborators = {people::OrganisationId{3}, people::OrganisationId{2}, people::OrganisationId{3}};
    EXPECT_EQ(check_activity(draft)->collaborators, std::vector{people::OrganisationId{3}});
}

TEST(Activity, says_what_is_missing) {
    EXPECT_EQ(keys(check_activity({})), (Keys{"measures.activity.title_missing", "measures.activity.topic_missing",
                                              "measures.activity.responsible_missing"}));
    auto draft = cutting_back();
    draft.title = std::string(201, 'x');
    draft.planned_start = kToday;
    draft.planned_end = kToday - 1;
    EXPECT_EQ(keys(check_activity(draft)), (Keys{"measures.activity.too_long", "measures.activity.period_reversed"}));
}

TEST(Report, of_done_carries_evidence) {
    EXPECT_TRUE(check_report({Phase::running, "Drei von vier Wegen gereinigt.", ""}, Kind::measure));
    EXPECT_TRUE(check_report({Phase::done, "Fertig.", "Abnahme vom 3. Mai"}, Kind::measure));
    EXPECT_EQ(keys(check_report({Phase::done, "Fertig.", " "}, Kind::measure)),
              Keys{"measures.report.evidence_missing"});
    EXPECT_EQ(keys(check_report({Phase::done, "Fertig.", "x"}, Kind::ongoing)),
              Keys{"measures.report.ongoing_is_never_done"});
    EXPECT_EQ(keys(check_report({Phase::running, "", ""}, Kind::measure)), Keys{"measures.report.text_missing"});
    EXPECT_EQ(keys(check_report({Phase::running, std::string(5001, 'x'), ""}, Kind::measure)),
              Keys{"measures.report.too_long"});
}

}  // namespace
}  // namespace lenkwerk::measures
