#include "cores/survey_statistics/tests/golden/derivatives.hpp"

#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/tests/golden/value.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

// The chain rule for two arguments: by_left and by_right are the partial derivatives.
Differentiated chained(double value, Differentiated const& left, double by_left, Differentiated const& right,
                       double by_right) {
    Differentiated result{value, std::vector<double>(left.gradient.size())};
    for (std::size_t i = 0; i < result.gradient.size(); ++i) {
        result.gradient[i] = by_left * left.gradient[i] + by_right * right.gradient[i];
    }
    return result;
}

Differentiated of_two(std::string const& sign, Differentiated const& a, Differentiated const& b) {
    if (sign == "+") return chained(a.value + b.value, a, 1, b, 1);
    if (sign == "-") return chained(a.value - b.value, a, 1, b, -1);
    if (sign == "*") return chained(a.value * b.value, a, b.value, b, a.value);
    if (sign == "/") return chained(a.value / b.value, a, 1 / b.value, b, -a.value / (b.value * b.value));
    if (sign == "^") return chained(std::pow(a.value, b.value), a, b.value * std::pow(a.value, b.value - 1), b, 0);
    throw Undefined("no derivative of " + sign);
}

Differentiated of_one(std::string const& word, Differentiated const& a) {
    if (word == "(") return a;
    if (word == "-") return chained(-a.value, a, -1, a, 0);
    if (word == "log") return chained(std::log(a.value), a, 1 / a.value, a, 0);
    if (word == "exp") return chained(std::exp(a.value), a, std::exp(a.value), a, 0);
    if (word == "sqrt") return chained(std::sqrt(a.value), a, 0.5 / std::sqrt(a.value), a, 0);
    throw Undefined("no derivative of " + word);
}

}  // namespace

Differentiated value_and_gradient(Node const& node, Estimates const& estimates) {
    Differentiated leaf{node.number, std::vector<double>(estimates.values.size())};
    if (node.kind == Node::Kind::number) return leaf;
    if (node.kind == Node::Kind::name) {
        auto const found = std::ranges::find(estimates.names, node.word);
        if (found == estimates.names.end()) throw Undefined("no estimate of this name: " + node.word);
        auto const place = static_cast<std::size_t>(found - estimates.names.begin());
        leaf.value = estimates.values[place];
        leaf.gradient[place] = 1;
        return leaf;
    }
    auto const first = value_and_gradient(*node.arguments.at(0).value, estimates);
    if (node.arguments.size() == 1) return of_one(node.word, first);
    return of_two(node.word, first, value_and_gradient(*node.arguments.at(1).value, estimates));
}

}  // namespace lenkwerk::survey_statistics::golden
