#include "cores/survey_statistics/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {
namespace {

struct Sorted {
    std::vector<double> value;
    std::vector<double> weight;
    std::vector<double> up_to;  // cumulated weight
    double total = 0;
};

Sorted sorted(std::span<double const> values, std::span<double const> weights) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (weights[i] != 0 && !is_missing(values[i])) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    Sorted result;
    long double sum = 0;  // in the widest type, so that equal weights meet p exactly where they should
    for (auto const i : order) {
        sum += weights[i];
        result.value.push_back(values[i]);
        result.weight.push_back(weights[i]);
        result.up_to.push_back(static_cast<double>(sum));
    }
    result.total = static_cast<double>(sum);
    return result;
}

// Equal values count as one.
Sorted distinct(Sorted const& all) {
    Sorted result;
    result.total = all.total;
    for (std::size_t k = 0; k < all.value.size(); ++k) {
        if (k == 0 || all.value[k] != all.value[k - 1]) {
            result.value.push_back(all.value[k]);
            result.weight.push_back(0);
            result.up_to.push_back(0);
        }
        result.weight.back() += all.weight[k];
        result.up_to.back() = all.up_to[k];
    }
    return result;
}

double stepwise(Sorted const& data, double probability, QuantileRule rule) {
    auto const above = std::ranges::upper_bound(data.up_to, probability * data.total);
    auto const place = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - data.up_to.begin(), 1)) - 1;
    auto const next = std::min(place + 1, data.value.size() - 1);
    if (data.up_to[place] > probability * data.total) return data.value.front();
    bool const met = probability == data.up_to[place] / data.total;
    if (!met) return data.value[next];
    if (rule == QuantileRule::midpoint) return (data.value[place] + data.value[next]) / 2;
    if (rule == QuantileRule::nearest_even && place % 2 == 0) return data.value[next];
    return data.value[place];
}

// The probability at which the rule puts the k-th value.
double position(Sorted const& data, std::size_t k, QuantileRule rule) {
    auto const after = data.up_to[k];
    auto const before = after - data.weight[k];
    auto const last = data.weight.back();
    switch (rule) {
        case QuantileRule::linear_4: return after / data.total;
        case QuantileRule::linear_5: return (before + after) / 2 / data.total;
        case QuantileRule::linear_6: return after / (data.total + last);
        case QuantileRule::linear_7: return before / (data.total - last);
        case QuantileRule::linear_8: return (before + 2 * after) / 3 / (data.total + last / 3);
        default: return (3 * before + 5 * after) / 8 / (data.total + last / 4);
    }
}

double interpolated(Sorted const& data, double probability, QuantileRule rule) {
    if (data.value.size() == 1) return data.value.front();
    std::size_t upper = 0;
    while (upper < data.value.size() && position(data, upper, rule) < probability) ++upper;
    if (upper == 0) return data.value.front();
    if (upper == data.value.size()) return data.value.back();
    auto const low = position(data, upper - 1, rule);
    auto const part = (probability - low) / (position(data, upper, rule) - low);
    return data.value[upper - 1] + part * (data.value[upper] - data.value[upper - 1]);
}

double read_off(Sorted const& data, double probability, QuantileRule rule) {
    if (rule == QuantileRule::nearest_even) return stepwise(distinct(data), probability, rule);
    if (rule == QuantileRule::inverse || rule == QuantileRule::midpoint) return stepwise(data, probability, rule);
    return interpolated(data, probability, rule);
}

Outcome<Interval> interval_of_share(ProbabilitySample const& sample, std::span<double const> values, double quantile,
                                    QuantileRequest const& request) {
    std::vector<double> below(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        below[i] = is_missing(values[i]) ? values[i] : values[i] <= quantile;
    auto const share = means(sample, {{"share", below}});
    if (!share) return share.problems();
    auto const n = static_cast<double>(share->respondents);
    auto const own = share->degrees_of_freedom;
    bool const beta = request.method == ProportionMethod::beta;
    return proportion_interval({share->values[0], share->covariance(0, 0), request.respondents.value_or(n),
                                beta ? own : request.degrees.value_or(own)},
                               request.method, request.level);
}

}  // namespace

double weighted_quantile(std::span<double const> values, std::span<double const> weights, double probability,
                         QuantileRule rule) {
    return read_off(sorted(values, weights), probability, rule);
}

Outcome<QuantileEstimate> quantile(ProbabilitySample const& sample, std::span<double const> values,
                                   QuantileRequest const& request) {
    if (!(request.probability >= 0 && request.probability <= 1)) {
        return refuse("survey.quantile.probability_invalid", "probability", {{"probability", request.probability}});
    }
    auto const data = sorted(values, sample.weights());
    if (data.value.empty()) return no_answers();
    QuantileEstimate result{read_off(data, request.probability, request.rule), {}, {}, {}};
    auto const share = interval_of_share(sample, values, result.quantile, request);
    if (!share) {
        if (share.problems().front().key == "survey.interval.certain") return result;
        return share.problems();
    }
    if (share->lower >= 0) result.lower = read_off(data, share->lower, request.rule);
    if (share->upper <= 1) result.upper = read_off(data, share->upper, request.rule);
    if (result.lower && result.upper) {
        auto const own = sample.within(complete_rows(sample, {{"", values}})).degrees_of_freedom();
        auto const t = student_quantile((1 + request.level) / 2, request.degrees.value_or(own));
        result.standard_error = (*result.upper - *result.lower) / (2 * t);
    }
    return result;
}

}  // namespace lenkwerk::survey_statistics
