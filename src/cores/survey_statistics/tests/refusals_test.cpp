// Every refusal of the statistics has a case that meets it, and a sentence.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "cores/survey_statistics/contrasts.hpp"
#include "cores/survey_statistics/quantiles.hpp"
#include "cores/survey_statistics/ranks.hpp"
#include "cores/survey_statistics/regression.hpp"
#include "cores/survey_statistics/replication.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/small_area.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics {
namespace {

double const kMissing = std::nan("");

template <class T> void expect(Outcome<T> const& outcome, std::string const& key) {
    ASSERT_FALSE(outcome) << key;
    EXPECT_EQ(outcome.problems().front().key, key);
    EXPECT_FALSE(sentence(outcome.problems().front()).empty());
}

ProbabilitySample six(std::vector<double> weights = std::vector<double>(6, 10)) {
    return *probability_sample({6, {{}}, std::move(weights), LonelyStratum::refuse});
}
Factor halves() { return {{0, 0, 0, 1, 1, 1}, {"a", "b"}}; }
std::vector<double> const kAnswers{1, 2, 3, 4, 5, 7};

TEST(Refusals, of_designs) {
    std::vector<double> const one{1, 1, 1};
    expect(probability_sample({0, {}, {}, {}}), "survey.design.empty");
    expect(probability_sample({3, {}, {1, 0, 1}, {}}), "survey.design.weight_invalid");
    expect(probability_sample({3, {}, {1, kMissing, 1}, {}}), "survey.design.weight_invalid");
    expect(probability_sample({3, {}, {}, {}}), "survey.design.weights_missing");
    expect(probability_sample({3, {{{}, {}, {9, kMissing, 9}}}, one, {}}), "survey.design.population_invalid");
    expect(probability_sample({3, {{{}, {}, {9, 8, 9}}}, one, {}}), "survey.design.population_differs");
    expect(probability_sample({3, {{{}, {}, {2, 2, 2}}}, one, {}}), "survey.design.oversampled");
    expect(probability_sample({3, {{{}, {0, 0, 1}, {}}}, one, LonelyStratum::refuse}), "survey.design.lonely_stratum");
    EXPECT_TRUE(probability_sample({3, {{{}, {0, 0, 1}, {}}}, one, LonelyStratum::average}));
}

TEST(Refusals, of_replicates) {
    auto const lonely = *probability_sample({3, {{{}, {0, 0, 1}, {}}}, {1, 1, 1}, LonelyStratum::certainty});
    expect(jackknife(lonely), "survey.design.lonely_stratum");
    expect(bootstrap(six(), 1, 1), "survey.replicates.too_few");
    expect(balanced_replication(six()), "survey.replicates.not_paired");
    expect(balanced_replication(six(), 1), "survey.replicates.fay_invalid");
    expect(given_replicates(six(), {Matrix(5, 2, 1), 1, {1, 1}, {}}), "survey.replicates.shape");
    expect(given_replicates(six(), {Matrix(6, 2, -1), 1, {1, 1}, {}}), "survey.replicates.invalid");
    std::size_t const many = 10'001;
    auto const large = *probability_sample({many, {{}}, std::vector<double>(many, 2), LonelyStratum::refuse});
    expect(jackknife(large), "survey.replicates.too_many");
}

TEST(Refusals, of_weighting) {
    std::vector<std::uint8_t> const nobody_in_b{1, 1, 1, 0, 0, 0};
    expect(nonresponse_weights(six().weights(), halves(), nobody_in_b), "survey.nonresponse.empty_class");
    expect(post_stratify(six(), {"half", halves(), {60}}), "survey.margin.unknown_level");
    expect(post_stratify(six(), {"half", halves(), {60, 0}}), "survey.margin.population_invalid");
    expect(post_stratify(six(), {"half", {{0, 0, 0, 1, 1, -1}, {"a", "b"}}, {30, 30}}),
           "survey.margin.category_missing");
    expect(post_stratify(six(), {"half", {{0, 0, 0, 1, 1, 1}, {"a", "b", "c"}}, {30, 20, 10}}),
           "survey.margin.level_unanswered");
    expect(rake(six(), {{"half", halves(), {30, 30}}, {"same", halves(), {30, 40}}}), "survey.raking.totals_differ");
    // Two margins that are the same factor but want different figures.
    expect(rake(six(), {{"half", halves(), {30, 30}}, {"same", halves(), {20, 40}}}), "survey.raking.no_convergence");
    expect(trim({1, 2, 3}, 0, 1.5), "survey.trimming.bounds_invalid");
}

TEST(Refusals, of_calibration) {
    std::vector<double> const ones(6, 1);
    std::vector<double> const holed{1, 1, 1, 1, 1, kMissing};
    expect(calibrate(six(), {{"one", holed}}, {60}), "survey.calibration.missing_value");
    expect(calibrate(six(), {{"one", ones}}, {60}, {CalibrationDistance::logit, 0, 0}),
           "survey.calibration.bounds_invalid");
    expect(calibrate(six(), {{"one", ones}}, {600}, {CalibrationDistance::logit, 0.5, 2}),
           "survey.calibration.no_convergence");
}

TEST(Refusals, of_estimates) {
    std::vector<double> const none(6, kMissing);
    std::vector<double> const zero(6, 0);
    std::vector<double> const one{1, kMissing, kMissing, kMissing, kMissing, kMissing};
    expect(means(six(), {{"y", none}}), "survey.estimate.no_answers");
    expect(ratios(six(), {{"y", kAnswers}}, {{"x", zero}}), "survey.estimate.zero_denominator");
    expect(population_variance(six(), {"y", one}), "survey.estimate.one_answer");
    expect(design_effects(six(), {{"y", zero}}, Quantity::mean, SimpleSample::with_replacement),
           "survey.estimate.no_spread");
    expect(design_effects(six(std::vector<double>(6, 0.5)), {{"y", kAnswers}}, Quantity::mean,
                          SimpleSample::without_replacement),
           "survey.estimate.weights_below_sample");
    auto const replicated = *given_replicates(six(), {Matrix(6, 2, 0), 1, {1, 1}, {}});
    expect(means(replicated, {{"y", kAnswers}}), "survey.estimate.replicate_empty");
    expect(independent_change({{"a"}, {1}, Matrix(1, 1)}, {{"b"}, {1}, Matrix(1, 1)}), "survey.change.names_differ");
}

TEST(Refusals, of_intervals_and_quantiles) {
    expect(proportion_interval({0.5, 0.01, 10, 9}, ProportionMethod::mean, 1), "survey.interval.level_invalid");
    expect(proportion_interval({0.5, 0.01, 10, 0}, ProportionMethod::mean, 0.95), "survey.interval.no_degrees");
    expect(proportion_interval({1, 0, 10, 9}, ProportionMethod::beta, 0.95), "survey.interval.certain");
    expect(quantile(six(), kAnswers, {1.5, {}, {}, 0.95, {}, {}}), "survey.quantile.probability_invalid");
}

TEST(Refusals, of_tests_and_regressions) {
    Factor const same{{0, 0, 0, 0, 0, 0}, {"a"}};
    Factor const thirds{{0, 1, 2, 0, 1, 2}, {"x", "y", "z"}};
    expect(independence(six(), same, halves(), IndependenceTest::second_order), "survey.table.too_small");
    std::vector<std::uint8_t> const two{1, 0, 0, 0, 0, 1};
    expect(rank_test(six().within(two), kAnswers, halves(), RankScore::wilcoxon), "survey.table.no_degrees");
    std::vector<double> const constant(6, 1);
    expect(rank_test(six(), constant, thirds, RankScore::median), "survey.table.singular");
    std::vector<double> const answered{0, 0, 0, 1, 1, 1};
    std::vector<double> const ones(6, 1);
    expect(regression(six(), {"y", kAnswers}, {{"a", ones}, {"b", ones}}, Link::identity),
           "survey.regression.collinear");
    expect(regression(six(), {"y", kAnswers}, {{"a", ones}}, Link::logit), "survey.regression.response_not_a_share");
    expect(regression(six(), {"y", answered}, {{"a", ones}, {"b", answered}}, Link::logit),
           "survey.regression.no_convergence");
}

TEST(Refusals, of_small_areas) {
    Matrix const one(3, 1, 1);
    expect(fay_herriot({{1}, {1}, Matrix(1, 1, 1)}, AreaMethod::reml), "survey.area.too_few");
    expect(fay_herriot({{1, kMissing, 2}, {1, 1, 1}, one}, AreaMethod::reml), "survey.area.value_missing");
    expect(fay_herriot({{1, 3, 2}, {1, 0, 1}, one}, AreaMethod::reml), "survey.area.variance_invalid");
    expect(fay_herriot({{1, 3, 2}, {1, 1, 1}, Matrix(3, 2, 1)}, AreaMethod::reml), "survey.area.collinear");
}

TEST(Refusals, speak_only_of_what_can_be_refused) {
    EXPECT_THROW((void)sentence({"survey.unknown"}), std::logic_error);
    EXPECT_THROW((void)wording("survey.wording.unknown"), std::logic_error);
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
