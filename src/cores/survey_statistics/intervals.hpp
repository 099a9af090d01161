#pragma once
// Confidence intervals: of an estimate, and of a proportion near 0 or 1 where the plain one runs out of bounds.
#include "base/outcome.hpp"
#include "cores/survey_statistics/estimates.hpp"

namespace lenkwerk::survey_statistics {

struct Interval {
    double lower = 0;
    double upper = 0;
    double width() const { return upper - lower; }
};

// estimate ± t · standard error; degrees may be infinite.
Interval symmetric_interval(double estimate, double standard_error, double degrees, double level);

// mean: p ± t·se. logit: on the log odds. asin: on the variance-stabilised scale. beta: Korn and Graubard (1998),
// Clopper–Pearson with the effective sample size n* = p(1−p)/v · (t_{n−1}/t_df)². likelihood: the deviance of the
// weighted proportion, scaled by its design effect (Rao and Scott 1984).
enum class ProportionMethod { mean, logit, asin, beta, likelihood };

struct Proportion {
    double estimate = 0;
    double variance = 0;
    double respondents = 0;
    double degrees = 0;
};

// Refuses survey.interval.level_invalid (not between 0 and 1), survey.interval.no_degrees (degrees ≤ 0), and, but for mean and asin,
// survey.interval.certain where the estimate is 0 or 1 or has no variance: these intervals are undefined there.
Outcome<Interval> proportion_interval(Proportion const& proportion, ProportionMethod method, double level);

// Clopper and Pearson (1934): exact for `successes` of `trials`, both may be fractional; defined at 0 and at all.
Interval exact_binomial(double successes, double trials, double level);

}  // namespace lenkwerk::survey_statistics
