#pragma once
// Totals, means, ratios and variances of a population, each with the covariance that the drawing implies.
// A missing answer (NaN) takes its row out as if it stood outside of the domain; the units drawn stay in the variance.
#include <limits>
#include <string>
#include <vector>

#include "cores/survey_statistics/sample.hpp"
#include "cores/survey_statistics/variance.hpp"

namespace lenkwerk::survey_statistics {

// One number a row; NaN where the answer is missing.
struct Variable {
    std::string name;
    std::span<double const> values;
};
using Variables = std::vector<Variable>;

struct Estimates {
    std::vector<std::string> names;
    std::vector<double> values;
    Matrix covariance;
    double degrees_of_freedom = std::numeric_limits<double>::infinity();
    std::size_t respondents = 0;
};

double standard_error(Estimates const& estimates, std::size_t index);

// Rows in which all variables are answered and the weight is not zero.
std::vector<std::uint8_t> complete_rows(ProbabilitySample const& sample, Variables const& variables);

// All refuse survey.estimate.no_answers where no row is left.
Outcome<Estimates> totals(ProbabilitySample const& sample, Variables const& variables);
Outcome<Estimates> means(ProbabilitySample const& sample, Variables const& variables);

// Σwy / Σwx for every numerator and denominator, numerators fastest; refuses survey.estimate.zero_denominator.
Outcome<Estimates> ratios(ProbabilitySample const& sample, Variables const& numerators, Variables const& denominators);

// The variance of a variable in the population, n/(n−1)·Σw(x−x̄)²/Σw; refuses survey.estimate.one_answer for n = 1.
Outcome<Estimates> population_variance(ProbabilitySample const& sample, Variable const& variable);

// How much the variance exceeds that of a simple random sample of the same size, without or with replacement.
// Refuses survey.estimate.no_spread where all answers agree, and survey.estimate.weights_below_sample where the weights
// sum to less than the sample, so that "without replacement" has no meaning.
enum class SimpleSample { without_replacement, with_replacement };
enum class Quantity { mean, total };
Outcome<std::vector<double>> design_effects(ProbabilitySample const& sample, Variables const& variables,
                                            Quantity quantity, SimpleSample compared);

// Kish (1965): what unequal weights alone cost, n·Σw²/(Σw)², and the sample size they leave, (Σw)²/Σw².
struct WeightingEffect {
    double design_effect = 1;
    double effective_size = 0;
};
WeightingEffect weighting_effect(std::span<double const> weights);

}  // namespace lenkwerk::survey_statistics
