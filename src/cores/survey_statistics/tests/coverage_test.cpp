#include <gtest/gtest.h>

#include "cores/survey_statistics/tests/simulation.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::size_t kSurveys = 300;

class Coverage : public testing::TestWithParam<ProportionMethod> {};

TEST_P(Coverage, of_95_percent_intervals_lies_within_its_monte_carlo_bounds) {
    auto const share = static_cast<double>(simulation::covered(kSurveys, 42, GetParam())) / kSurveys;
    EXPECT_NEAR(share, 0.95, simulation::bound(kSurveys));
}

INSTANTIATE_TEST_SUITE_P(Methods, Coverage,
                         testing::Values(ProportionMethod::mean, ProportionMethod::logit, ProportionMethod::asin,
                                         ProportionMethod::likelihood));

// Korn and Graubard's interval is wider by intent: it may hold the truth more often, never less.
TEST(CoverageOfBeta, is_at_least_what_it_promises) {
    auto const share = static_cast<double>(simulation::covered(kSurveys, 43, ProportionMethod::beta)) / kSurveys;
    EXPECT_GE(share, 0.95 - simulation::bound(kSurveys));
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
