#include "cores/survey_statistics/display.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/small_area.hpp"

namespace lenkwerk::survey_statistics {
namespace {

Decision decision(double share, double variance, double n, double degrees) {
    return display({share, variance, n, degrees}).decision;
}

TEST(Display, hides_what_says_too_little_and_says_why) {
    EXPECT_EQ(decision(0.5, 0.06, 4, 3), Decision::suppress_disclosure);
    EXPECT_EQ(decision(0.5, 0.0125, 20, 19), Decision::suppress_small_n);
    EXPECT_EQ(decision(0.5, 0.25 / 32, 32, 31), Decision::suppress_wide);
    EXPECT_EQ(decision(0.05, 0.0475 / 120, 120, 119), Decision::suppress_relative);
    EXPECT_EQ(decision(0.4, 0.24 / 400, 400, 5), Decision::review_degrees);
    EXPECT_EQ(decision(0, 0, 400, 399), Decision::review_certain);
    EXPECT_EQ(decision(0.4, 0.24 / 400, 400, 399), Decision::show);
}

TEST(Display, has_a_wording_for_every_decision) {
    for (auto const each : {Decision::show, Decision::review_degrees, Decision::review_certain,
                            Decision::suppress_disclosure, Decision::suppress_small_n, Decision::suppress_wide,
                            Decision::suppress_relative, Decision::suppress_secondary, Decision::undefined}) {
        EXPECT_EQ(wording(wording_key(each)).empty(), each == Decision::show);
    }
}

RC_GTEST_PROP(Display, intervals_are_defined_and_hold_the_share_also_at_0_and_1, ()) {
    auto const n = static_cast<double>(*rc::gen::inRange(2, 500));
    auto const share = *rc::gen::inRange(0, 101) / 100.0;
    auto const cell = display({share, share * (1 - share) / n, n, n - 1});
    RC_ASSERT(cell.interval.lower >= 0 && cell.interval.upper <= 1);
    RC_ASSERT(cell.interval.lower <= share && share <= cell.interval.upper);
}

// Whoever knows the totals must not find a hidden cell by subtraction: no line holds exactly one, unless it is all it holds.
RC_GTEST_PROP(SecondarySuppression, leaves_no_hidden_cell_alone_in_its_row_or_column, ()) {
    auto const rows = *rc::gen::inRange<std::size_t>(2, 7);
    auto const columns = *rc::gen::inRange<std::size_t>(2, 7);
    std::vector<std::vector<double>> answers(rows, std::vector<double>(columns));
    std::vector<std::vector<bool>> hidden(rows, std::vector<bool>(columns));
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            answers[r][c] = *rc::gen::inRange(0, 60);
            hidden[r][c] = answers[r][c] < 8;
        }
    }
    auto const all = secondary_suppression(answers, hidden);
    for (std::size_t r = 0; r < rows; ++r) {
        RC_ASSERT(std::ranges::count(all[r], true) != 1);
        for (std::size_t c = 0; c < columns; ++c) RC_ASSERT(!hidden[r][c] || all[r][c]);
    }
    for (std::size_t c = 0; c < columns; ++c) {
        std::size_t count = 0;
        for (std::size_t r = 0; r < rows; ++r) count += all[r][c];
        RC_ASSERT(count != 1);
    }
}

TEST(SmallArea, flags_that_the_areas_do_not_differ) {
    AreaData data{{0.50, 0.51, 0.49, 0.50, 0.505}, std::vector<double>(5, 0.04), Matrix(5, 1, 1)};
    auto const model = fay_herriot(data, AreaMethod::reml);
    ASSERT_TRUE(model);
    EXPECT_TRUE(model->no_area_variance);
    EXPECT_EQ(model->estimate, model->synthetic);
}

RC_GTEST_PROP(SmallArea, estimates_lie_between_the_direct_and_the_synthetic, ()) {
    AreaData data{{}, {}, Matrix(8, 1, 1)};
    for (int d = 0; d < 8; ++d) {
        data.direct.push_back(*rc::gen::inRange(0, 1000) / 100.0);
        data.sampling_variance.push_back(*rc::gen::inRange(1, 400) / 100.0);
    }
    auto const model = fay_herriot(data, AreaMethod::ml);
    RC_ASSERT(model);
    for (std::size_t d = 0; d < 8; ++d) {
        auto const [low, high] = std::minmax(data.direct[d], model->synthetic[d]);
        RC_ASSERT(model->estimate[d] >= low - 1e-9 && model->estimate[d] <= high + 1e-9);
        RC_ASSERT(model->mse[d] >= 0);
    }
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
