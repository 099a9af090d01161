#include "cores/survey_statistics/margins.hpp"
#include "cores/survey_statistics/refusals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lenkwerk::survey_statistics {
namespace {

constexpr double kSameTotal = 1e-6;

Problems check_totals(std::vector<Margin> const& margins) {
    auto const total = [](Margin const& margin) {
        return std::accumulate(margin.population.begin(), margin.population.end(), 0.0);
    };
    auto const first = total(margins.front());
    for (auto const& margin : margins) {
        auto const here = total(margin);
        if (std::abs(here - first) > kSameTotal * first) {
            return refuse("survey.raking.totals_differ", margin.name,
                          {{"total", here}, {"other", margins.front().name}, {"other_total", first}});
        }
    }
    return {};
}

}  // namespace

Problems check_margin(ProbabilitySample const& sample, Margin const& margin) {
    if (margin.population.size() != margin.factor.levels.size()) {
        return refuse("survey.margin.unknown_level", margin.name);
    }
    for (std::size_t level = 0; level < margin.population.size(); ++level) {
        if (!(margin.population[level] > 0)) {
            return refuse("survey.margin.population_invalid", margin.name, {{"level", margin.factor.levels[level]}});
        }
    }
    std::vector<bool> answered(margin.factor.levels.size());
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        if (sample.weights()[i] == 0) continue;
        if (margin.factor.codes[i] < 0) {
            return category_missing(margin.name, i + 1);
        }
        answered[static_cast<std::size_t>(margin.factor.codes[i])] = true;
    }
    for (std::size_t level = 0; level < answered.size(); ++level) {
        if (!answered[level]) {
            return refuse("survey.margin.level_unanswered", margin.name, {{"level", margin.factor.levels[level]}});
        }
    }
    return {};
}

Problems check_margins(ProbabilitySample const& sample, std::vector<Margin> const& margins) {
    for (auto const& margin : margins) {
        if (auto problems = check_margin(sample, margin); !problems.empty()) return problems;
    }
    return margins.empty() ? Problems{} : check_totals(margins);
}

std::vector<std::uint32_t> codes_of(Margin const& margin) {
    std::vector<std::uint32_t> codes(margin.factor.codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::uint32_t>(std::max(0, margin.factor.codes[i]));
    }
    return codes;
}

std::vector<double> level_totals(Margin const& margin, std::vector<double> const& weights) {
    std::vector<double> totals(margin.factor.levels.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0) totals[static_cast<std::size_t>(margin.factor.codes[i])] += weights[i];
    }
    return totals;
}

std::vector<double> fitted_to(Margin const& margin, std::vector<double> weights) {
    auto factors = level_totals(margin, weights);
    for (std::size_t level = 0; level < factors.size(); ++level) {
        factors[level] = factors[level] > 0 ? margin.population[level] / factors[level] : 1;
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0) weights[i] *= factors[static_cast<std::size_t>(margin.factor.codes[i])];
    }
    return weights;
}

Replicates refitted(Replicates const& replicates,
                    std::function<std::vector<double>(std::vector<double> const&)> const& fit) {
    auto result = replicates;
    std::vector<double> weights(replicates.weights.rows);
    for (std::size_t r = 0; r < replicates.weights.columns; ++r) {
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = replicates.weights(i, r);
        weights = fit(weights);
        for (std::size_t i = 0; i < weights.size(); ++i) result.weights(i, r) = weights[i];
    }
    return result;
}

}  // namespace lenkwerk::survey_statistics
