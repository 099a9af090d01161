#include "cores/survey_statistics/weighting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/survey_statistics/margins.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {

Outcome<std::vector<double>> nonresponse_weights(std::span<double const> weights, Factor const& classes,
                                                 std::span<std::uint8_t const> responded) {
    std::vector<double> all(classes.levels.size());
    std::vector<double> answering(classes.levels.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (classes.codes[i] < 0) {
            return category_missing("classes", i + 1);
        }
        auto const c = static_cast<std::size_t>(classes.codes[i]);
        all[c] += weights[i];
        if (responded[i]) answering[c] += weights[i];
    }
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (all[c] > 0 && !(answering[c] > 0)) {
            return refuse("survey.nonresponse.empty_class", "classes", {{"class", classes.levels[c]}});
        }
    }
    std::vector<double> result(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto const c = static_cast<std::size_t>(classes.codes[i]);
        if (responded[i]) result[i] = weights[i] * (all[c] / answering[c]);
    }
    return result;
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
        double untouched = 0;
        std::vector<bool> outside(weights.size());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] == 0) continue;
            auto const cut = std::clamp(weights[i], lower, upper);
            outside[i] = cut != weights[i];
            excess += weights[i] - cut;
            untouched += outside[i] ? 0 : 1;
            weights[i] = cut;
        }
        if (excess == 0 || untouched == 0) return weights;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] != 0 && !outside[i]) weights[i] += excess / untouched;
        }
    }
}

}  // namespace lenkwerk::survey_statistics
