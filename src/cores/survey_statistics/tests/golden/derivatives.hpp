#pragma once
// An expression of estimates, its value and its derivatives by them.
#include "cores/survey_statistics/estimates.hpp"
#include "cores/survey_statistics/tests/golden/syntax.hpp"

namespace lenkwerk::survey_statistics::golden {

struct Differentiated {
    double value = 0;
    std::vector<double> gradient;
};
Differentiated value_and_gradient(Node const& node, Estimates const& estimates);

}  // namespace lenkwerk::survey_statistics::golden
