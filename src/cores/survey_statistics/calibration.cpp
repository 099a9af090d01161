// Calibration by Newton's method on the distances of Deville and Särndal (1992), section 2.
#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/dense.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr int kMaxSteps = 100;
constexpr int kMaxHalvings = 30;
constexpr double kConverged = 1e-13;
constexpr double kAcceptable = 1e-9;

struct Growth {
    double value = 1;
    double slope = 1;
};

// g as a function of u = x′λ, and its derivative.
Growth growth(double u, CalibrationOptions const& options) {
    bool const bounded = options.lower < options.upper;
    if (options.distance == CalibrationDistance::raking) return {std::exp(u), std::exp(u)};
    auto const low = options.lower;
    auto const high = options.upper;
    if (options.distance == CalibrationDistance::linear) {
        if (bounded && (1 + u < low || 1 + u > high)) return {std::clamp(1 + u, low, high), 0};
        return {1 + u, 1};
    }
    auto const steepness = (high - low) / ((1 - low) * (high - 1));
    auto const grown = std::exp(std::min(700.0, steepness * u));
    auto const below = high - 1 + (1 - low) * grown;
    auto const value = (low * (high - 1) + high * (1 - low) * grown) / below;
    return {value, (value - low) * (high - value) * steepness / (high - low)};
}

struct Equations {
    Eigen::MatrixXd x;
    Eigen::VectorXd weight;
    Eigen::VectorXd target;
    CalibrationOptions options;
};

Eigen::VectorXd factors(Equations const& problem, Eigen::VectorXd const& lambda) {
    Eigen::VectorXd g = problem.x * lambda;
    for (auto& u : g) u = growth(u, problem.options).value;
    return g;
}

Eigen::VectorXd misfit(Equations const& problem, Eigen::VectorXd const& lambda) {
    return problem.target - problem.x.transpose() * problem.weight.cwiseProduct(factors(problem, lambda));
}

double size(Equations const& problem, Eigen::VectorXd const& off) {
    return (off.array().abs() / (1 + problem.target.array().abs())).maxCoeff();
}

Eigen::VectorXd step(Equations const& problem, Eigen::VectorXd const& lambda, Eigen::VectorXd const& off) {
    Eigen::VectorXd slope = problem.x * lambda;
    for (auto& u : slope) u = growth(u, problem.options).slope;
    Eigen::VectorXd const curvature = problem.weight.cwiseProduct(slope);
    // Variables of very different size share one matrix: scaled to a unit diagonal before it is factored.
    Eigen::MatrixXd information = problem.x.transpose() * (curvature.asDiagonal() * problem.x);
    Eigen::VectorXd const scale = information.diagonal().cwiseSqrt().cwiseMax(1e-300).cwiseInverse();
    information = scale.asDiagonal() * information * scale.asDiagonal();
    Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> const solver(information);
    return scale.cwiseProduct(solver.solve(scale.cwiseProduct(off)));
}

// The multipliers, and how far the totals are still off.
struct Multipliers {
    Eigen::VectorXd lambda;
    Eigen::VectorXd off;
};
Multipliers solve(Equations const& problem) {
    Multipliers best{Eigen::VectorXd::Zero(problem.x.cols()), {}};
    best.off = misfit(problem, best.lambda);
    for (int done = 0; done < kMaxSteps && size(problem, best.off) > kConverged; ++done) {
        auto const direction = step(problem, best.lambda, best.off);
        double length = 1;
        bool better = false;
        for (int halving = 0; halving < kMaxHalvings && !better; ++halving, length /= 2) {
            Eigen::VectorXd const lambda = best.lambda + length * direction;
            Eigen::VectorXd const off = misfit(problem, lambda);
            better = size(problem, off) < size(problem, best.off);
            if (better) best = {lambda, off};
        }
        if (!better) break;
    }
    return best;
}

Problems check(ProbabilitySample const& sample, Variables const& variables, CalibrationOptions const& options) {
    bool const bounded = options.lower != options.upper;
    bool const sound = options.lower < 1 && options.upper > 1;
    if ((bounded && !sound) || (!bounded && options.distance == CalibrationDistance::logit)) {
        return refuse("survey.calibration.bounds_invalid", "bounds",
                      {{"lower", options.lower}, {"upper", options.upper}});
    }
    for (auto const& variable : variables) {
        for (std::size_t i = 0; i < sample.rows(); ++i) {
            if (sample.weights()[i] != 0 && is_missing(variable.values[i])) {
                return refuse("survey.calibration.missing_value", variable.name,
                              {{"row", static_cast<std::int64_t>(i + 1)}});
            }
        }
    }
    return {};
}

Equations problem_of(std::span<double const> weights, Variables const& variables, std::vector<double> const& totals,
                     CalibrationOptions const& options) {
    Equations problem{Eigen::MatrixXd(as_index(weights.size()), as_index(variables.size())), view(weights),
                      view(std::span<double const>(totals)), options};
    for (std::size_t j = 0; j < variables.size(); ++j) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            problem.x(as_index(i), as_index(j)) = weights[i] != 0 ? variables[j].values[i] : 0;
        }
    }
    return problem;
}

Outcome<std::vector<double>> calibrated(std::span<double const> weights, Variables const& variables,
                                        std::vector<double> const& totals, CalibrationOptions const& options) {
    auto const problem = problem_of(weights, variables, totals, options);
    auto const solution = solve(problem);
    if (!(size(problem, solution.off) < kAcceptable)) {
        Eigen::Index worst = 0;
        (solution.off.array().abs() / (1 + problem.target.array().abs())).maxCoeff(&worst);
        auto const place = static_cast<std::size_t>(worst);
        return refuse("survey.calibration.no_convergence", variables[place].name,
                      {{"wanted", totals[place]}, {"reached", totals[place] - solution.off(worst)}});
    }
    Eigen::VectorXd const result = problem.weight.cwiseProduct(factors(problem, solution.lambda));
    return std::vector<double>(result.begin(), result.end());
}

CalibrationFit fit_of(Equations const& problem, std::vector<double> const& calibrated) {
    CalibrationFit fit{weighted_basis(from_dense(problem.x), {problem.weight.data(), calibrated.size()}), calibrated};
    for (std::size_t i = 0; i < calibrated.size(); ++i) {
        auto const old = problem.weight(as_index(i));
        fit.weight[i] = old > 0 ? calibrated[i] / std::sqrt(old) : 0;
    }
    return fit;
}

}  // namespace

Outcome<ProbabilitySample> calibrate(ProbabilitySample const& sample, Variables const& variables,
                                     std::vector<double> const& totals, CalibrationOptions options) {
    if (auto problems = check(sample, variables, options); !problems.empty()) return problems;
    auto const weights = calibrated(sample.weights(), variables, totals, options);
    if (!weights) return weights.problems();
    auto const problem = problem_of(sample.weights(), variables, totals, options);
    auto result = sample.reweighted(*weights, Adjustment(fit_of(problem, *weights)));
    if (sample.replicates() == nullptr) return result;
    auto replicates = *sample.replicates();
    std::vector<double> part(sample.rows());
    for (std::size_t r = 0; r < replicates.weights.columns; ++r) {
        for (std::size_t i = 0; i < part.size(); ++i) part[i] = replicates.weights(i, r);
        auto const refit = calibrated(part, variables, totals, options);
        if (!refit) return refit.problems();
        for (std::size_t i = 0; i < part.size(); ++i) replicates.weights(i, r) = (*refit)[i];
    }
    return result.with_replicates(std::move(replicates));
}

}  // namespace lenkwerk::survey_statistics
