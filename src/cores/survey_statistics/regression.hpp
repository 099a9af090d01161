#pragma once
// Linear and logistic regression whose standard errors know the design (Binder 1983).
#include "cores/survey_statistics/domains.hpp"

namespace lenkwerk::survey_statistics {

enum class Link { identity, logit };

// converged: to the last digits. reference: as R's glm does it, until the deviance changes by less than 1e-8 of itself, with
// the curvature of the step before in the standard errors: to compare results, about 1e-6 off.
enum class Stop { converged, reference };

struct RegressionFit {
    Estimates coefficients;
    double residual_degrees = 0;  // degrees of the sample + 1 − coefficients
};

// One column of `predictors` a coefficient (an intercept is a column of ones). Rows with a missing value are left out.
// Refuses survey.estimate.no_answers, survey.regression.collinear, survey.regression.response_not_a_share (logit, outside 0…1) and
// survey.regression.no_convergence (logit: the answers are separated perfectly).
Outcome<RegressionFit> regression(ProbabilitySample const& sample, Variable const& response,
                                  Variables const& predictors, Link link, Stop stop = Stop::converged);

// The two-sample t test: the coefficient of a second group in a linear regression.
struct TwoSampleTest {
    double difference = 0;
    double statistic = 0;
    double degrees = 0;
    double p_value = 1;
};
Outcome<TwoSampleTest> two_sample_test(ProbabilitySample const& sample, Variable const& response,
                                       std::span<double const> second_group);

}  // namespace lenkwerk::survey_statistics
