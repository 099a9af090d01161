#include "cores/survey_statistics/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/survey_statistics/dense.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/refusals.hpp"
#include "cores/survey_statistics/regression.hpp"

namespace lenkwerk::survey_statistics {
namespace {

// The share of the population ranked below each row, ties at their mean.
std::vector<double> population_ranks(std::span<double const> answers, std::span<double const> weights) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return answers[i]; });
    std::vector<double> ranks(weights.size(), 0);
    double before = 0;
    for (std::size_t first = 0; first < order.size();) {
        auto last = first;
        double middles = 0;
        while (last < order.size() && answers[order[last]] == answers[order[first]]) {
            before += weights[order[last]];
            middles += before - weights[order[last]] / 2;
            ++last;
        }
        for (auto k = first; k < last; ++k) ranks[order[k]] = middles / static_cast<double>(last - first);
        first = last;
    }
    for (auto& rank : ranks) rank /= before;
    return ranks;
}

double scored(double rank, RankScore score) {
    switch (score) {
        case RankScore::van_der_waerden: return normal_quantile(rank);
        case RankScore::median: return rank > 0.5 ? 1 : 0;
        default: return rank;
    }
}

std::vector<double> scores(ProbabilitySample const& sample, std::span<double const> answers, RankScore score) {
    auto result = population_ranks(answers, sample.weights());
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = sample.weights()[i] != 0 ? scored(result[i], score) : 0;
    }
    return result;
}

Outcome<RankTest> two_groups(RegressionFit const& fit) {
    RankTest test;
    test.numerator = 1;
    test.denominator = fit.coefficients.degrees_of_freedom - 1;
    if (!(test.denominator > 0)) return no_degrees();
    auto const error = standard_error(fit.coefficients, 1);
    if (!(error > 0)) return singular();
    test.difference = fit.coefficients.values[1];
    test.statistic = test.difference / error;
    test.p_value = student_two_sided(test.statistic, test.denominator);
    return test;
}

Outcome<RankTest> many_groups(RegressionFit const& fit) {
    auto const count = as_index(fit.coefficients.values.size()) - 1;
    Eigen::VectorXd const effect = view(std::span<double const>(fit.coefficients.values)).tail(count);
    Eigen::MatrixXd const covariance = view(fit.coefficients.covariance).bottomRightCorner(count, count);
    Eigen::FullPivLU<Eigen::MatrixXd> const solver(covariance);
    if (!solver.isInvertible()) return singular();
    RankTest test;
    test.numerator = static_cast<double>(count);
    test.denominator = fit.coefficients.degrees_of_freedom - test.numerator;
    if (!(test.denominator > 0)) return no_degrees();
    test.statistic = effect.dot(solver.solve(effect));
    test.p_value = f_above(test.statistic / test.numerator, test.numerator, test.denominator);
    return test;
}

}  // namespace

Outcome<RankTest> rank_test(ProbabilitySample const& sample, std::span<double const> answers, Factor const& groups,
                            RankScore score) {
    std::vector<std::uint8_t> inside(sample.rows());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        inside[i] = sample.weights()[i] != 0 && groups.codes[i] >= 0 && !is_missing(answers[i]);
    }
    auto const within = sample.within(inside);
    if (within.respondents() == 0) return no_answers();
    auto const columns = indicators(groups);
    std::vector<double> const ones(sample.rows(), 1);
    Variables predictors{{"(Intercept)", ones}};
    bool first = true;
    for (std::size_t level = 0; level < columns.size(); ++level) {
        bool taken = false;
        for (std::size_t i = 0; i < inside.size() && !taken; ++i) taken = inside[i] && columns[level][i] == 1;
        if (taken && !first) predictors.push_back({groups.levels[level], columns[level]});
        if (taken) first = false;
    }
    if (predictors.size() < 2) return too_few_groups();
    auto const ranked = scores(within, answers, score);
    auto const fit = regression(within, {"rank", ranked}, predictors, Link::identity);
    if (!fit) return fit.problems();
    return predictors.size() == 2 ? two_groups(*fit) : many_groups(*fit);
}

}  // namespace lenkwerk::survey_statistics
