#pragma once
// Probabilities and quantiles of the distributions that intervals and tests need.
// Degrees of freedom may be infinite; upper tails are computed as tails, so that a p value of 1e-50 keeps its digits.

namespace lenkwerk::survey_statistics {

double normal_below(double z);
double normal_quantile(double probability);
double normal_two_sided(double z);

double student_below(double t, double degrees);
double student_quantile(double probability, double degrees);
double student_two_sided(double t, double degrees);

double f_above(double value, double numerator, double denominator);
double chi_squared_above(double value, double degrees);
double chi_squared_quantile(double probability, double degrees);

double beta_quantile(double probability, double a, double b);

}  // namespace lenkwerk::survey_statistics
