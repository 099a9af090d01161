// Laws that hold for every sample, checked on generated ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "cores/survey_statistics/contrasts.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/replication.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::size_t kStrata = 4;

struct Generated {
    SampleDescription description;
    std::vector<double> answers;
    Factor sex;
    Factor age;
    ProbabilitySample sample() const { return *probability_sample(description); }
};

// Every stratum and every level of the factors is answered at least three times.
Generated generated(bool census = false) {
    auto const rows = *rc::gen::inRange<std::size_t>(60, 200);
    Generated result{
        {rows, {{}}, {}, LonelyStratum::certainty}, {}, {{}, {"f", "m"}}, {{}, {"young", "middle", "old"}}};
    std::vector<double> drawn(kStrata);
    for (std::size_t i = 0; i < rows; ++i) drawn[i % kStrata] += 1;
    auto& stage = result.description.stages[0];
    for (std::size_t i = 0; i < rows; ++i) {
        stage.stratum.push_back(static_cast<std::uint32_t>(i % kStrata));
        stage.population.push_back(census ? drawn[i % kStrata]
                                          : drawn[i % kStrata] * static_cast<double>(2 + i % kStrata));
        result.description.weights.push_back(census ? 1 : *rc::gen::inRange(1, 50));
        result.answers.push_back(*rc::gen::inRange(-20, 20) + static_cast<double>((i * 37) % 101));
        result.sex.codes.push_back(i < 12 ? static_cast<std::int32_t>(i % 2) : *rc::gen::inRange(0, 2));
        result.age.codes.push_back(i < 12 ? static_cast<std::int32_t>(i % 3) : *rc::gen::inRange(0, 3));
    }
    return result;
}

double sum(std::span<double const> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::vector<Margin> margins_of(Generated const& data) {
    return {{"sex", data.sex, {5200, 4800}}, {"age", data.age, {3000, 4500, 2500}}};
}

bool near(double a, double b, double tolerance = 1e-9) {
    return std::abs(a - b) <= tolerance * (1 + std::abs(a) + std::abs(b));
}

RC_GTEST_PROP(Weighting, raked_weights_sum_to_every_margin, ()) {
    auto const data = generated();
    auto const raked = rake(data.sample(), margins_of(data));
    RC_ASSERT(raked);
    for (auto const& margin : margins_of(data)) {
        std::vector<double> totals(margin.population.size());
        for (std::size_t i = 0; i < data.answers.size(); ++i) {
            totals[static_cast<std::size_t>(margin.factor.codes[i])] += raked->weights()[i];
        }
        for (std::size_t level = 0; level < totals.size(); ++level)
            RC_ASSERT(near(totals[level], margin.population[level]));
    }
}

RC_GTEST_PROP(Weighting, figures_to_which_weights_were_fitted_have_no_error, ()) {
    auto const data = generated();
    auto const fitted = post_stratify(data.sample(), margins_of(data)[1]);
    RC_ASSERT(fitted);
    auto const old = indicators(data.age)[2];
    auto const total = totals(*fitted, {{"old", old}});
    RC_ASSERT(near(total->values[0], 2500));
    RC_ASSERT(standard_error(*total, 0) < 1e-6);
}

RC_GTEST_PROP(Weighting, linear_calibration_to_margins_meets_them_and_raking_distance_does_too, ()) {
    auto const data = generated();
    auto const sexes = indicators(data.sex);
    auto const ages = indicators(data.age);
    Variables const variables{{"f", sexes[0]}, {"m", sexes[1]}, {"middle", ages[1]}, {"old", ages[2]}};
    for (auto const distance : {CalibrationDistance::linear, CalibrationDistance::raking}) {
        auto const fitted = calibrate(data.sample(), variables, {5200, 4800, 4500, 2500}, {distance, 0, 0});
        RC_ASSERT(fitted);
        auto const reached = totals(*fitted, variables);
        RC_ASSERT(near(reached->values[0], 5200) && near(reached->values[3], 2500));
    }
}

RC_GTEST_PROP(Weighting, trimming_keeps_the_sum_and_the_bound, ()) {
    auto const data = generated();
    auto const& weights = data.description.weights;
    auto const upper = 1.5 * sum(weights) / static_cast<double>(weights.size());
    auto const cut = trim(weights, 0, upper);
    RC_ASSERT(cut);
    RC_ASSERT(near(sum(*cut), sum(weights)));
    for (auto const weight : *cut) RC_ASSERT(weight <= upper * (1 + 1e-12));
}

RC_GTEST_PROP(Estimates, scaling_all_weights_changes_no_mean_and_no_error, ()) {
    auto data = generated();
    auto const before = means(data.sample(), {{"y", data.answers}});
    for (auto& weight : data.description.weights) weight *= 7.5;
    auto const after = means(data.sample(), {{"y", data.answers}});
    RC_ASSERT(near(before->values[0], after->values[0]));
    RC_ASSERT(near(standard_error(*before, 0), standard_error(*after, 0)));
}

RC_GTEST_PROP(Estimates, a_census_has_no_error, ()) {
    auto const data = generated(true);
    auto const all = means(data.sample(), {{"y", data.answers}});
    RC_ASSERT(near(all->values[0], sum(data.answers) / static_cast<double>(data.answers.size())));
    RC_ASSERT(standard_error(*all, 0) == 0);
}

RC_GTEST_PROP(Estimates, domains_sum_to_the_total_and_their_covariances_to_its_variance, ()) {
    auto const data = generated();
    auto const sample = data.sample();
    auto const all = totals(sample, {{"y", data.answers}});
    auto const parts = domain_totals(sample, crossed({data.sex, data.age}, sample.weights()), {{"y", data.answers}},
                                     Covariances::full);
    RC_ASSERT(near(sum(parts->estimates.values), all->values[0]));
    RC_ASSERT(near(sum(parts->estimates.covariance.cells), all->covariance(0, 0), 1e-8));
}

RC_GTEST_PROP(Estimates, variances_alone_are_the_diagonal_of_the_full_covariance, ()) {
    auto data = generated();
    auto const sample = *rake(data.sample(), margins_of(data));
    for (std::size_t i = 12; i < data.answers.size(); ++i) {
        if (*rc::gen::inRange(0, 4) == 0) data.answers[i] = std::numeric_limits<double>::quiet_NaN();
    }
    auto const grouping = crossed({data.sex, data.age}, sample.weights());
    for (auto const& weighted : {data.sample(), sample}) {
        auto const full = domain_means(weighted, grouping, {{"y", data.answers}}, Covariances::full);
        auto const alone = domain_means(weighted, grouping, {{"y", data.answers}}, Covariances::variances_only);
        for (std::size_t k = 0; k < full->domains(); ++k) {
            RC_ASSERT(near(standard_error(full->estimates, k), standard_error(alone->estimates, k), 1e-8));
        }
    }
}

RC_GTEST_PROP(Estimates, domains_of_a_margin_have_the_totals_of_the_margin_without_error, ()) {
    auto const data = generated();
    auto const raked = *rake(data.sample(), margins_of(data));
    std::vector<double> const one(data.answers.size(), 1);
    auto const people =
        domain_totals(raked, crossed({data.age}, raked.weights()), {{"people", one}}, Covariances::variances_only);
    for (std::size_t k = 0; k < people->domains(); ++k) {
        auto const known = margins_of(data)[1].population[k];
        RC_ASSERT(near(people->estimates.values[k], known));
        // Ten sweeps, as the reference does, leave a little.
        RC_ASSERT(standard_error(people->estimates, k) < 1e-4 * known);
    }
}

RC_GTEST_PROP(Replicates, jackknife_of_a_total_is_the_linearised_error, ()) {
    auto const data = generated();
    auto const replicated = jackknife(data.sample());
    RC_ASSERT(replicated);
    auto const linear = totals(data.sample(), {{"y", data.answers}});
    auto const jackknifed = totals(*replicated, {{"y", data.answers}});
    RC_ASSERT(near(standard_error(*linear, 0), standard_error(*jackknifed, 0), 1e-7));
}

RC_GTEST_PROP(Replicates, jackknife_of_a_mean_is_close_to_the_linearised_error, ()) {
    auto const data = generated();
    auto const linear = means(data.sample(), {{"y", data.answers}});
    auto const jackknifed = means(*jackknife(data.sample()), {{"y", data.answers}});
    RC_ASSERT(standard_error(*jackknifed, 0) / standard_error(*linear, 0) < 1.25);
    RC_ASSERT(standard_error(*jackknifed, 0) / standard_error(*linear, 0) > 0.8);
}

TEST(Replicates, bootstrap_and_linearised_errors_agree_on_a_large_sample) {
    std::size_t const rows = 2000;
    SampleDescription description{rows, {{}}, std::vector<double>(rows, 5), LonelyStratum::refuse};
    std::vector<double> answers(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        description.stages[0].stratum.push_back(static_cast<std::uint32_t>(i % 5));
        answers[i] = static_cast<double>((i * 7919) % 101);
    }
    auto const sample = *probability_sample(description);
    auto const linear = standard_error(*means(sample, {{"y", answers}}), 0);
    auto const replicated = standard_error(*means(*bootstrap(sample, 400, 3), {{"y", answers}}), 0);
    EXPECT_NEAR(replicated / linear, 1, 0.12);
}

RC_GTEST_PROP(Contrasts, corrections_never_lower_a_p_value_and_stay_below_one, (std::vector<unsigned> const& raw)) {
    std::vector<double> p_values;
    for (auto const number : raw) p_values.push_back(static_cast<double>(number % 1000) / 1000);
    auto const first = holm(p_values);
    auto const second = benjamini_hochberg(p_values);
    auto const third = bonferroni(p_values);
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        RC_ASSERT(p_values[i] <= second[i] + 1e-15);
        RC_ASSERT(second[i] <= first[i] + 1e-15);
        RC_ASSERT(first[i] <= third[i] + 1e-15);
        RC_ASSERT(third[i] <= 1);
    }
}

RC_GTEST_PROP(Distributions, quantiles_undo_probabilities, ()) {
    auto const p = *rc::gen::inRange(1, 999) / 1000.0;
    auto const degrees = static_cast<double>(*rc::gen::inRange(1, 400));
    RC_ASSERT(near(normal_below(normal_quantile(p)), p));
    RC_ASSERT(near(student_below(student_quantile(p, degrees), degrees), p));
    RC_ASSERT(near(chi_squared_above(chi_squared_quantile(p, degrees), degrees), 1 - p));
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
