#pragma once
// Weighted quantiles and Woodruff's intervals: the interval of the share below the quantile, read back on the variable.
// For an item of four points the median is nearly always one of them: show the distribution.
#include <optional>
#include <vector>

#include "cores/survey_statistics/intervals.hpp"

namespace lenkwerk::survey_statistics {

// inverse: the smallest x with F(x) ≥ p. midpoint: the middle of two where F(x) = p. nearest_even: Hyndman and Fan's
// third; linear_4 … linear_9: their interpolating rules with weights in place of counts.
enum class QuantileRule { inverse, midpoint, nearest_even, linear_4, linear_5, linear_6, linear_7, linear_8, linear_9 };

// `probability` between 0 and 1; rows with weight 0 or a missing value do not count; at least one must.
double weighted_quantile(std::span<double const> values, std::span<double const> weights, double probability,
                         QuantileRule rule);

struct QuantileEstimate {
    double quantile = 0;
    std::optional<double> lower;           // empty: the share's interval reaches below 0
    std::optional<double> upper;           // empty: the share's interval reaches above 1
    std::optional<double> standard_error;  // width / 2t, where both ends are known
};

struct QuantileRequest {
    double probability = 0.5;
    QuantileRule rule = QuantileRule::inverse;
    ProportionMethod method = ProportionMethod::logit;
    double level = 0.95;
    std::optional<double> degrees = {};      // empty: those of the sample
    std::optional<double> respondents = {};  // empty: rows with an answer
};

// Refuses survey.estimate.no_answers, survey.quantile.probability_invalid and what proportion_interval refuses. Where every answer
// is at or below the quantile the share is 1 and has no interval: both ends are empty.
Outcome<QuantileEstimate> quantile(ProbabilitySample const& sample, std::span<double const> values,
                                   QuantileRequest const& request);

}  // namespace lenkwerk::survey_statistics
