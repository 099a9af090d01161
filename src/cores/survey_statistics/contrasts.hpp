#pragma once
// Differences and other combinations of estimates, with the covariance between them; corrections for looking at many.
#include <string>
#include <vector>

#include "cores/survey_statistics/estimates.hpp"

namespace lenkwerk::survey_statistics {

// One row a contrast, one column an estimate.
Estimates contrasts(Estimates const& estimates, std::vector<std::string> names, Matrix const& coefficients);

// first − second, index by index of one set of estimates.
Estimates difference(Estimates const& estimates, std::size_t first, std::size_t second, std::string name);

// The same estimates of two samples drawn independently: later − earlier; the variances add.
// Refuses survey.change.names_differ.
Outcome<Estimates> independent_change(Estimates const& earlier, Estimates const& later);

// p values as they may be read when many were computed: Holm (1979) bounds the chance of any false finding, Benjamini
// and Hochberg (1995) the share of false ones, Bonferroni is the blunt bound.
std::vector<double> holm(std::vector<double> const& p_values);
std::vector<double> benjamini_hochberg(std::vector<double> const& p_values);
std::vector<double> bonferroni(std::vector<double> const& p_values);

}  // namespace lenkwerk::survey_statistics
