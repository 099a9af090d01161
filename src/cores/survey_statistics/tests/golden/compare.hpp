#pragma once
// Is the computed result the expected one?
#include <string>
#include <vector>

#include "cores/survey_statistics/tests/golden/value.hpp"

namespace lenkwerk::survey_statistics::golden {

// Every number, name and decision of `expected` found in `actual`, within a relative tolerance; a covariance is
// measured against the roots of its variances, and what should be 0 against the size of what it belongs to. Titles,
// classes and print labels of the reference's software are not results. Gives back one sentence a difference.
std::vector<std::string> differences(Json const& expected, Json const& actual, double tolerance);

}  // namespace lenkwerk::survey_statistics::golden
