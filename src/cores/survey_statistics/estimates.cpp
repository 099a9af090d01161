#include "cores/survey_statistics/estimates.hpp"
#include "cores/survey_statistics/refusals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lenkwerk::survey_statistics {
namespace {

std::vector<std::string> names_of(Variables const& variables) {
    std::vector<std::string> names;
    for (auto const& variable : variables) names.push_back(variable.name);
    return names;
}

double sum(std::span<double const> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::vector<double> weighted_sums(Variables const& variables, std::span<double const> weights) {
    std::vector<double> sums(variables.size());
    for (std::size_t j = 0; j < variables.size(); ++j) {
        auto const& values = variables[j].values;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] != 0) sums[j] += weights[i] * values[i];
        }
    }
    return sums;
}

std::vector<double> weighted_means(Variables const& variables, std::span<double const> weights) {
    auto values = weighted_sums(variables, weights);
    auto const size = sum(weights);
    for (auto& value : values) value /= size;
    return values;
}

// score(i, j): what row i, per unit of weight, adds to quantity j.
template <class Score>
Matrix weighted_scores(ProbabilitySample const& sample, std::size_t quantities, Score const& score) {
    Matrix scores(sample.rows(), quantities);
    auto const weights = sample.weights();
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        if (weights[i] == 0) continue;
        for (std::size_t j = 0; j < quantities; ++j) scores(i, j) = weights[i] * score(i, j);
    }
    return scores;
}

template <class Score>
Outcome<Estimates> estimate(ProbabilitySample const& sample, std::vector<std::string> names,
                            PointEstimator const& point, Score const& score) {
    Estimates result{std::move(names), point(sample.weights()), {}, sample.degrees_of_freedom(), sample.respondents()};
    result.covariance = sample.replicates() != nullptr
                            ? covariance_by_replicates(*sample.replicates(), sample.weights(), point)
                            : covariance_of_totals(sample, weighted_scores(sample, result.values.size(), score));
    for (auto const value : result.covariance.cells) {
        if (!std::isfinite(value)) return empty_replicate();
    }
    return result;
}

Variables joined(Variables first, Variables const& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Outcome<ProbabilitySample> answered(ProbabilitySample const& sample, Variables const& variables) {
    auto within = sample.within(complete_rows(sample, variables));
    if (within.respondents() == 0) return no_answers();
    return within;
}

}  // namespace

double standard_error(Estimates const& estimates, std::size_t index) {
    return std::sqrt(estimates.covariance(index, index));
}

std::vector<std::uint8_t> complete_rows(ProbabilitySample const& sample, Variables const& variables) {
    std::vector<std::uint8_t> complete(sample.rows());
    for (std::size_t i = 0; i < sample.rows(); ++i) complete[i] = sample.weights()[i] != 0;
    for (auto const& variable : variables) {
        for (std::size_t i = 0; i < complete.size(); ++i) complete[i] &= !is_missing(variable.values[i]);
    }
    return complete;
}

Outcome<Estimates> totals(ProbabilitySample const& sample, Variables const& variables) {
    auto const within = answered(sample, variables);
    if (!within) return within.problems();
    auto const point = [&](std::span<double const> weights) { return weighted_sums(variables, weights); };
    auto const score = [&](std::size_t i, std::size_t j) { return variables[j].values[i]; };
    return estimate(*within, names_of(variables), point, score);
}

Outcome<Estimates> means(ProbabilitySample const& sample, Variables const& variables) {
    auto const within = answered(sample, variables);
    if (!within) return within.problems();
    auto const point = [&](std::span<double const> weights) { return weighted_means(variables, weights); };
    auto const mean = point(within->weights());
    auto const size = sum(within->weights());
    auto const score = [&](std::size_t i, std::size_t j) { return (variables[j].values[i] - mean[j]) / size; };
    return estimate(*within, names_of(variables), point, score);
}

Outcome<Estimates> ratios(ProbabilitySample const& sample, Variables const& numerators, Variables const& denominators) {
    auto const within = answered(sample, joined(numerators, denominators));
    if (!within) return within.problems();
    auto const below = weighted_sums(denominators, within->weights());
    if (std::ranges::find(below, 0.0) != below.end()) return refuse("survey.estimate.zero_denominator");
    auto const rows = numerators.size();
    auto const point = [&](std::span<double const> weights) {
        auto const above = weighted_sums(numerators, weights);
        std::vector<double> values;
        for (auto const denominator : weighted_sums(denominators, weights)) {
            for (auto const numerator : above) values.push_back(numerator / denominator);
        }
        return values;
    };
    auto const ratio = point(within->weights());
    auto const score = [&](std::size_t i, std::size_t j) {
        return (numerators[j % rows].values[i] - ratio[j] * denominators[j / rows].values[i]) / below[j / rows];
    };
    std::vector<std::string> names;
    for (auto const& denominator : denominators) {
        for (auto const& numerator : numerators) names.push_back(numerator.name + "/" + denominator.name);
    }
    return estimate(*within, std::move(names), point, score);
}

Outcome<Estimates> population_variance(ProbabilitySample const& sample, Variable const& variable) {
    auto const within = answered(sample, {variable});
    if (!within) return within.problems();
    auto const n = static_cast<double>(within->respondents());
    if (n < 2) return refuse("survey.estimate.one_answer");
    auto const mean = weighted_means({variable}, within->weights()).front();
    std::vector<double> squares(sample.rows());
    for (std::size_t i = 0; i < squares.size(); ++i) {
        auto const off = variable.values[i] - mean;
        squares[i] = off * off * n / (n - 1);
    }
    return means(*within, {{variable.name, squares}});
}

Outcome<std::vector<double>> design_effects(ProbabilitySample const& sample, Variables const& variables,
                                            Quantity quantity, SimpleSample compared) {
    auto const within = answered(sample, variables);
    if (!within) return within.problems();
    auto const n = static_cast<double>(within->respondents());
    auto const size = sum(within->weights());
    auto factor = compared == SimpleSample::with_replacement ? 1 / n : (size - n) / (size * n);
    if (factor <= 0) return refuse("survey.estimate.weights_below_sample");
    if (quantity == Quantity::total) factor *= size * size;
    auto const estimated = quantity == Quantity::mean ? means(*within, variables) : totals(*within, variables);
    if (!estimated) return estimated.problems();
    std::vector<double> effects;
    for (std::size_t j = 0; j < variables.size(); ++j) {
        auto const spread = population_variance(*within, variables[j]);
        if (!spread) return spread.problems();
        if (spread->values.front() == 0) return refuse("survey.estimate.no_spread", variables[j].name);
        effects.push_back(estimated->covariance(j, j) / (spread->values.front() * factor));
    }
    return effects;
}

WeightingEffect weighting_effect(std::span<double const> weights) {
    double total = 0;
    double squares = 0;
    double count = 0;
    for (auto const weight : weights) {
        total += weight;
        squares += weight * weight;
        count += weight != 0;
    }
    if (squares == 0) return {};
    return {count * squares / (total * total), total * total / squares};
}

}  // namespace lenkwerk::survey_statistics
