#include "cores/survey_statistics/intervals.hpp"

#include <cmath>

#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr int kBisections = 200;

double expit(double x) { return 1 / (1 + std::exp(-x)); }

Interval on_log_odds(Proportion const& p, double level) {
    auto const spread = p.estimate * (1 - p.estimate);
    auto const odds = std::log(p.estimate / (1 - p.estimate));
    auto const interval = symmetric_interval(odds, std::sqrt(p.variance) / spread, p.degrees, level);
    return {expit(interval.lower), expit(interval.upper)};
}

Interval on_arcsine(Proportion const& p, double level) {
    auto const spread = p.estimate * (1 - p.estimate);
    auto const error = spread > 0 ? std::sqrt(p.variance / spread) / 2 : 0;
    auto const interval = symmetric_interval(std::asin(std::sqrt(p.estimate)), error, p.degrees, level);
    auto const back = [](double angle) { return std::sin(angle) * std::sin(angle); };
    return {back(interval.lower), back(interval.upper)};
}

Interval korn_graubard(Proportion const& p, double level) {
    auto const tail = (1 - level) / 2;
    auto const correction = student_quantile(tail, p.respondents - 1) / student_quantile(tail, p.degrees);
    auto const effective = p.estimate * (1 - p.estimate) / p.variance * correction * correction;
    return exact_binomial(effective * p.estimate, effective, level);
}

double deviance(double share, double assumed) {
    return 2 * (share * std::log(share / assumed) + (1 - share) * std::log((1 - share) / (1 - assumed)));
}

// The point between `inside` and `bound` at which the deviance reaches the limit.
double crossing(double share, double inside, double bound, double limit) {
    for (int i = 0; i < kBisections; ++i) {
        auto const middle = (inside + bound) / 2;
        (deviance(share, middle) < limit ? inside : bound) = middle;
    }
    return inside;
}

// n·deviance, over the dispersion n/(n−1) of the fitted model, against t² times the design effect.
Interval on_likelihood(Proportion const& p, double level) {
    auto const t = student_quantile((1 - level) / 2, p.degrees);
    auto const effect = p.variance * p.respondents / (p.estimate * (1 - p.estimate));
    auto const limit = t * t * effect / (p.respondents - 1);
    return {crossing(p.estimate, p.estimate, 0, limit), crossing(p.estimate, p.estimate, 1, limit)};
}

}  // namespace

Interval symmetric_interval(double estimate, double standard_error, double degrees, double level) {
    auto const reach = student_quantile((1 + level) / 2, degrees) * standard_error;
    return {estimate - reach, estimate + reach};
}

Interval exact_binomial(double successes, double trials, double level) {
    auto const tail = (1 - level) / 2;
    return {beta_quantile(tail, successes, trials - successes + 1),
            beta_quantile(1 - tail, successes + 1, trials - successes)};
}

Outcome<Interval> proportion_interval(Proportion const& proportion, ProportionMethod method, double level) {
    if (!(level > 0 && level < 1)) return refuse("survey.interval.level_invalid", "level", {{"level", level}});
    if (!(proportion.degrees > 0)) return refuse("survey.interval.no_degrees");
    if (method == ProportionMethod::mean) {
        return symmetric_interval(proportion.estimate, std::sqrt(proportion.variance), proportion.degrees, level);
    }
    if (method == ProportionMethod::asin) return on_arcsine(proportion, level);
    bool const open = proportion.estimate > 0 && proportion.estimate < 1;
    if (!open || !(proportion.variance > 0)) return without_spread();
    switch (method) {
        case ProportionMethod::beta: return korn_graubard(proportion, level);
        case ProportionMethod::likelihood: return on_likelihood(proportion, level);
        default: return on_log_odds(proportion, level);
    }
}

}  // namespace lenkwerk::survey_statistics
