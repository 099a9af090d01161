#include "cores/survey_statistics/contrasts.hpp"

#include <algorithm>
#include <numeric>

#include "cores/survey_statistics/dense.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::vector<std::size_t> ascending(std::vector<double> const& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    return order;
}

}  // namespace

Estimates contrasts(Estimates const& estimates, std::vector<std::string> names, Matrix const& coefficients) {
    auto const a = view(coefficients);
    Eigen::VectorXd const values = a * view(std::span<double const>(estimates.values));
    Estimates result{
        std::move(names), {values.begin(), values.end()}, {}, estimates.degrees_of_freedom, estimates.respondents};
    result.covariance = from_dense(a * view(estimates.covariance) * a.transpose());
    return result;
}

Estimates difference(Estimates const& estimates, std::size_t first, std::size_t second, std::string name) {
    Matrix coefficients(1, estimates.values.size());
    coefficients(0, first) += 1;
    coefficients(0, second) -= 1;
    return contrasts(estimates, {std::move(name)}, coefficients);
}

Outcome<Estimates> independent_change(Estimates const& earlier, Estimates const& later) {
    if (earlier.names != later.names) return refuse("survey.change.names_differ");
    auto result = later;
    for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] -= earlier.values[i];
    for (std::size_t i = 0; i < result.covariance.cells.size(); ++i) {
        result.covariance.cells[i] += earlier.covariance.cells[i];
    }
    result.degrees_of_freedom = earlier.degrees_of_freedom + later.degrees_of_freedom;
    result.respondents += earlier.respondents;
    return result;
}

std::vector<double> holm(std::vector<double> const& p_values) {
    auto adjusted = p_values;
    double highest = 0;
    auto left = static_cast<double>(p_values.size());
    for (auto const i : ascending(p_values)) {
        highest = std::max(highest, std::min(1.0, p_values[i] * left--));
        adjusted[i] = highest;
    }
    return adjusted;
}

std::vector<double> benjamini_hochberg(std::vector<double> const& p_values) {
    auto adjusted = p_values;
    auto const order = ascending(p_values);
    auto const count = static_cast<double>(p_values.size());
    double lowest = 1;
    for (auto rank = order.size(); rank > 0; --rank) {
        auto const i = order[rank - 1];
        lowest = std::min(lowest, p_values[i] * count / static_cast<double>(rank));
        adjusted[i] = lowest;
    }
    return adjusted;
}

std::vector<double> bonferroni(std::vector<double> const& p_values) {
    auto adjusted = p_values;
    for (auto& p : adjusted) p = std::min(1.0, p * static_cast<double>(p_values.size()));
    return adjusted;
}

}  // namespace lenkwerk::survey_statistics
