#include "modules/plan/rules/goal.hpp"
#include "modules/plan/rules/plan.hpp"
#include "modules/plan/rules/topic.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::plan {
namespace {

template <class T> std::vector<std::string> keys(Outcome<T> const& refused) {
    std::vector<std::string> found;
    for (auto const& problem : refused.problems()) found.push_back(problem.key);
    return found;
}
using Keys = std::vector<std::string>;

TEST(Plan, has_a_title_and_ordered_ages) {
    EXPECT_TRUE(check_plan({.title = " Masterplan ", .motto = "Gemeinsam."}));
    EXPECT_EQ(keys(check_plan({.title = "", .freshness = {90, 90, 180}})),
              (Keys{"plan.plan.title_missing", "plan.plan.freshness_out_of_order"}));
    EXPECT_EQ(keys(check_plan({.title = "x", .motto = std::string(201, 'x')})), Keys{"plan.plan.too_long"});
}

TEST(Plan, goes_one_state_at_a_time) {
    EXPECT_EQ(*advance(PlanState::mandated, PlanState::fields_agreed), PlanState::fields_agreed);
    EXPECT_EQ(*advance(PlanState::mandated, PlanState::superseded), PlanState::superseded);
    EXPECT_EQ(keys(advance(PlanState::mandated, PlanState::in_working_groups)), Keys{"plan.plan.state_out_of_order"});
    EXPECT_EQ(keys(advance(PlanState::adopted, PlanState::mandated)), Keys{"plan.plan.state_out_of_order"});
    EXPECT_EQ(keys(advance(PlanState::superseded, PlanState::adopted)), Keys{"plan.plan.superseded"});
}

TEST(Plan, lets_working_groups_start_when_the_fields_are_agreed) {
    EXPECT_FALSE(working_groups_may_start(PlanState::mandated));
    EXPECT_TRUE(working_groups_may_start(PlanState::fields_agreed));
    EXPECT_FALSE(working_groups_may_start(PlanState::superseded));
}

TEST(Words, read_back) {
    for (auto const* state : {"mandated", "fields_agreed", "in_working_groups", "adopted", "superseded"})
        EXPECT_EQ(word(plan_state_of(state)), state);
    for (auto const* state : {"proposed", "confirmed", "retired"}) EXPECT_EQ(word(topic_state_of(state)), state);
    EXPECT_THROW(plan_state_of("lost"), std::invalid_argument);
    EXPECT_THROW(topic_state_of("lost"), std::invalid_argument);
}

TEST(Step, has_a_title) {
    EXPECT_EQ(keys(check_step({"", Day::of(2026, 1, 1)})), Keys{"plan.step.title_missing"});
    EXPECT_EQ(keys(check_step({std::string(201, 'x'), Day::of(2026, 1, 1)})), Keys{"plan.step.title_too_long"});
}

TEST(Goal, has_a_title) {
    EXPECT_EQ(keys(check_goal({.title = ""})), Keys{"plan.goal.title_missing"});
    EXPECT_EQ(keys(check_goal({.title = std::string(201, 'x')})), Keys{"plan.goal.too_long"});
}

IndicatorDraft share_of_safe() {
    return {"Fühlen sich nachts sicher", "%", "Umfrage", 60.0, Day::of(2023, 1, 31), 80.0, Day::of(2026, 12, 31), 12};
}

TEST(Indicator, says_what_is_incomplete) {
    EXPECT_TRUE(check_indicator(share_of_safe()));
    auto indicator = share_of_safe();
    indicator.title = "";
    indicator.baseline_day.reset();
    indicator.every_months = 0;
    EXPECT_EQ(keys(check_indicator(indicator)),
              (Keys{"plan.indicator.baseline_incomplete", "plan.indicator.title_missing",
                    "plan.indicator.interval_out_of_range"}));
    indicator = share_of_safe();
    indicator.target_day = Day::of(2022, 1, 1);
    EXPECT_EQ(keys(check_indicator(indicator)), Keys{"plan.indicator.target_before_baseline"});
    indicator = share_of_safe();
    indicator.target_day.reset();
    EXPECT_EQ(keys(check_indicator(indicator)), Keys{"plan.indicator.target_incomplete"});
    indicator = share_of_safe();
    indicator.target = std::numeric_limits<double>::infinity();
    EXPECT_EQ(keys(check_indicator(indicator)), Keys{"plan.indicator.not_a_number"});
}

TEST(Indicator, measures_the_way_from_baseline_to_target) {
    std::vector<Measurement> const values{{Day::of(2025, 1, 31), 70}, {Day::of(2024, 1, 31), 65}};
    EXPECT_DOUBLE_EQ(progress(share_of_safe(), values).value(), 0.5);
    EXPECT_FALSE(progress(share_of_safe(), {}));
    auto flat = share_of_safe();
    flat.target = flat.baseline;
    EXPECT_FALSE(progress(flat, values));
}

TEST(Indicator, is_due_again_on_the_last_day_of_a_shorter_month) {
    auto indicator = share_of_safe();
    indicator.every_months = 1;
    EXPECT_EQ(next_due(indicator, {})->iso(), "2023-02-28");
    std::vector<Measurement> const values{{Day::of(2024, 1, 31), 65}};
    EXPECT_EQ(next_due(indicator, values)->iso(), "2024-02-29");
    EXPECT_FALSE(next_due(IndicatorDraft{}, {}));
}

}  // namespace
}  // namespace lenkwerk::plan
