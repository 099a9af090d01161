// Iterative proportional fitting (Deming and Stephan 1940), on the crossing of the margins instead of on the rows: all
// rows of a crossing take the same factors, so that a cycle costs the crossings, of which there are few.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "cores/survey_statistics/margins.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr auto kNone = RakedMargins::kOutside;

struct Crossing {
    std::vector<std::uint32_t> of_row;              // kNone: the row has no weight
    std::vector<std::vector<std::uint32_t>> level;  // margin by margin, one level a crossing
    std::size_t count = 0;
};

Crossing crossing(std::vector<Margin> const& margins, std::span<double const> weights) {
    Crossing result{std::vector<std::uint32_t>(weights.size(), kNone), {}, 0};
    result.level.resize(margins.size());
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0) continue;
        std::uint64_t key = 0;
        for (auto const& margin : margins) {
            key = key * margin.factor.levels.size() + static_cast<std::uint64_t>(margin.factor.codes[i]);
        }
        auto const [place, fresh] = known.try_emplace(key, static_cast<std::uint32_t>(result.count));
        result.of_row[i] = place->second;
        if (!fresh) continue;
        ++result.count;
        for (std::size_t m = 0; m < margins.size(); ++m) {
            result.level[m].push_back(static_cast<std::uint32_t>(margins[m].factor.codes[i]));
        }
    }
    return result;
}

std::vector<double> sums(Crossing const& crossing, std::size_t margin, std::size_t levels,
                         std::vector<double> const& totals) {
    std::vector<double> result(levels);
    for (std::size_t c = 0; c < totals.size(); ++c) result[crossing.level[margin][c]] += totals[c];
    return result;
}

struct Fit {
    std::vector<double> start;
    std::vector<std::vector<double>>
        after_margin;  // totals of the crossings after each margin's step of the last cycle
};

// One cycle; the largest change of a crossing.
double cycle(Crossing const& crossing, std::vector<Margin> const& margins, std::vector<double>& totals, Fit& fit) {
    auto const before = totals;
    for (std::size_t m = 0; m < margins.size(); ++m) {
        auto factors = sums(crossing, m, margins[m].population.size(), totals);
        for (std::size_t level = 0; level < factors.size(); ++level) {
            factors[level] = factors[level] > 0 ? margins[m].population[level] / factors[level] : 1;
        }
        for (std::size_t c = 0; c < totals.size(); ++c) totals[c] *= factors[crossing.level[m][c]];
        fit.after_margin[m] = totals;
    }
    double change = 0;
    for (std::size_t c = 0; c < totals.size(); ++c) change = std::max(change, std::abs(totals[c] - before[c]));
    return change;
}

Problems check_fit(Crossing const& crossing, std::vector<Margin> const& margins, std::vector<double> const& totals,
                   double population, double acceptable) {
    double worst = acceptable * population;
    Problems problems;
    for (std::size_t m = 0; m < margins.size(); ++m) {
        auto const reached = sums(crossing, m, margins[m].population.size(), totals);
        for (std::size_t level = 0; level < reached.size(); ++level) {
            auto const off = std::abs(reached[level] - margins[m].population[level]);
            if (off <= worst) continue;
            worst = off;
            problems = refuse("survey.raking.no_convergence", margins[m].name,
                              {{"level", margins[m].factor.levels[level]},
                               {"reached", reached[level]},
                               {"wanted", margins[m].population[level]}});
        }
    }
    return problems;
}

Outcome<Fit> fit(Crossing const& crossing, std::vector<Margin> const& margins, std::span<double const> weights,
                 RakingOptions const& options) {
    Fit result{std::vector<double>(crossing.count), std::vector<std::vector<double>>(margins.size())};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (crossing.of_row[i] != kNone) result.start[crossing.of_row[i]] += weights[i];
    }
    auto const& population = margins.front().population;
    auto const size = std::accumulate(population.begin(), population.end(), 0.0);
    auto totals = result.start;
    for (int done = 0; done < options.cycles; ++done) {
        if (cycle(crossing, margins, totals, result) < options.tolerance * size) break;
    }
    if (auto problems = check_fit(crossing, margins, totals, size, options.acceptable); !problems.empty())
        return problems;
    return result;
}

std::vector<double> scaled(Crossing const& crossing, std::span<double const> weights, Fit const& fit,
                           std::vector<double> const& totals) {
    std::vector<double> factors(crossing.count);
    for (std::size_t c = 0; c < factors.size(); ++c) factors[c] = fit.start[c] > 0 ? totals[c] / fit.start[c] : 0;
    std::vector<double> result(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (crossing.of_row[i] != kNone) result[i] = weights[i] * factors[crossing.of_row[i]];
    }
    return result;
}

Outcome<ProbabilitySample> rake_replicates(ProbabilitySample const& raked, Replicates replicates,
                                           Crossing const& crossing, std::vector<Margin> const& margins,
                                           RakingOptions const& options) {
    std::vector<double> weights(replicates.weights.rows);
    for (std::size_t r = 0; r < replicates.weights.columns; ++r) {
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = replicates.weights(i, r);
        auto const fitted = fit(crossing, margins, weights, options);
        if (!fitted) return fitted.problems();
        weights = scaled(crossing, weights, *fitted, fitted->after_margin.back());
        for (std::size_t i = 0; i < weights.size(); ++i) replicates.weights(i, r) = weights[i];
    }
    return raked.with_replicates(std::move(replicates));
}

}  // namespace

Outcome<ProbabilitySample> rake(ProbabilitySample const& sample, std::vector<Margin> const& margins,
                                RakingOptions options) {
    if (margins.empty()) return sample;
    if (auto problems = check_margins(sample, margins); !problems.empty()) return problems;
    auto const cells = crossing(margins, sample.weights());
    auto const fitted = fit(cells, margins, sample.weights(), options);
    if (!fitted) return fitted.problems();
    std::vector<RakedMargin> parts;
    for (std::size_t m = 0; m < margins.size(); ++m) {
        parts.push_back({codes_of(margins[m]), margins[m].population.size(),
                         scaled(cells, sample.weights(), *fitted, fitted->after_margin[m])});
    }
    auto weights = parts.back().weight;
    auto raked = sample.reweighted(std::move(weights), Adjustment(RakedMargins(std::move(parts), cells.of_row)));
    if (sample.replicates() == nullptr) return raked;
    return rake_replicates(raked, *sample.replicates(), cells, margins, options);
}

}  // namespace lenkwerk::survey_statistics
