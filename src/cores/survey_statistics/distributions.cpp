#include "cores/survey_statistics/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace lenkwerk::survey_statistics {
namespace {

using boost::math::cdf;
using boost::math::complement;
using boost::math::quantile;
using Normal = boost::math::normal_distribution<double>;
using Student = boost::math::students_t_distribution<double>;
using ChiSquared = boost::math::chi_squared_distribution<double>;
using Fisher = boost::math::fisher_f_distribution<double>;
using Beta = boost::math::beta_distribution<double>;

}  // namespace

double normal_below(double z) { return cdf(Normal(), z); }
double normal_quantile(double probability) { return quantile(Normal(), probability); }
double normal_two_sided(double z) { return 2 * cdf(Normal(), -std::abs(z)); }

double student_below(double t, double degrees) {
    return std::isinf(degrees) ? normal_below(t) : cdf(Student(degrees), t);
}
double student_quantile(double probability, double degrees) {
    return std::isinf(degrees) ? normal_quantile(probability) : quantile(Student(degrees), probability);
}
double student_two_sided(double t, double degrees) { return 2 * student_below(-std::abs(t), degrees); }

double f_above(double value, double numerator, double denominator) {
    if (std::isinf(denominator)) return chi_squared_above(value * numerator, numerator);
    return cdf(complement(Fisher(numerator, denominator), value));
}
double chi_squared_above(double value, double degrees) { return cdf(complement(ChiSquared(degrees), value)); }
double chi_squared_quantile(double probability, double degrees) { return quantile(ChiSquared(degrees), probability); }

double beta_quantile(double probability, double a, double b) {
    if (a <= 0) return 0;
    if (b <= 0) return 1;
    return quantile(Beta(a, b), probability);
}

}  // namespace lenkwerk::survey_statistics
