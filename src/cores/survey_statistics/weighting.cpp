#include "cores/survey_statistics/weighting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/survey_statistics/margins.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {

std::vector<double> carried_by_respondents(std::vector<double> const& weights, Factor const& classes,
                                           std::span<std::uint8_t const> responded) {
    std::vector<double> all(classes.levels.size());
    std::vector<double> answering(classes.levels.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto const c = static_cast<std::size_t>(classes.codes[i]);
        all[c] += weights[i];
        if (responded[i]) answering[c] += weights[i];
    }
    std::vector<double> result(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto const c = static_cast<std::size_t>(classes.codes[i]);
        if (responded[i] && answering[c] > 0) result[i] = weights[i] * (all[c] / answering[c]);
    }
    return result;
}

Outcome<std::vector<double>> nonresponse_weights(std::span<double const> weights, Factor const& classes,
                                                 std::span<std::uint8_t const> responded) {
    std::vector<bool> drawn(classes.levels.size());
    std::vector<bool> answering(classes.levels.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (classes.codes[i] < 0) return category_missing("classes", i + 1);
        auto const c = static_cast<std::size_t>(classes.codes[i]);
        drawn[c] = drawn[c] || weights[i] > 0;
        answering[c] = answering[c] || (responded[i] && weights[i] > 0);
    }
    for (std::size_t c = 0; c < drawn.size(); ++c) {
        if (drawn[c] && !answering[c]) {
            return refuse("survey.nonresponse.empty_class", "classes", {{"class", classes.levels[c]}});
        }
    }
    return carried_by_respondents({weights.begin(), weights.end()}, classes, responded);
}

Outcome<ProbabilitySample> post_stratify(ProbabilitySample const& sample, Margin const& margin) {
    if (auto problems = check_margin(sample, margin); !problems.empty()) return problems;
    auto const old = std::vector<double>(sample.weights().begin(), sample.weights().end());
    auto const weights = fitted_to(margin, old);
    PostStrata strata{codes_of(margin), margin.factor.levels.size(), weights, old};
    auto result = sample.reweighted(weights, Adjustment(std::move(strata)));
    if (sample.replicates() == nullptr) return result;
    return result.with_replicates(
        refitted(*sample.replicates(), [&](std::vector<double> const& w) { return fitted_to(margin, w); }));
}

Outcome<std::vector<double>> trim(std::vector<double> weights, double lower, double upper) {
    auto const count = std::ranges::count_if(weights, [](double w) { return w != 0; });
    auto const mean = std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(count);
    if (!(lower <= mean && mean <= upper)) return refuse("survey.trimming.bounds_invalid", "upper", {{"mean", mean}});
    while (true) {
        double excess = 0;
        std::vector<bool> takes(weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            auto const cut = weights[i] == 0 ? 0 : std::clamp(weights[i], lower, upper);
            takes[i] = weights[i] != 0 && cut == weights[i];
            excess += weights[i] - cut;
            weights[i] = cut;
        }
        // Who stands at the bound already could only hand on what it is given.
        auto const bound = excess > 0 ? upper : lower;
        for (std::size_t i = 0; i < weights.size(); ++i) takes[i] = takes[i] && weights[i] != bound;
        auto const takers = std::ranges::count(takes, true);
        if (excess == 0 || takers == 0) return weights;
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] += takes[i] ? excess / static_cast<double>(takers) : 0;
    }
}

}  // namespace lenkwerk::survey_statistics
