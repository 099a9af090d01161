#include "cores/survey_statistics/regression.hpp"

#include <cmath>

#include "cores/survey_statistics/dense.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr int kMaxSteps = 50;
constexpr double kConverged = 1e-13;
constexpr double kSeparated = 30;  // log odds of 1e13: no finite estimate is being approached

// The rows with weight alone.
struct Model {
    Eigen::MatrixXd x;
    Eigen::VectorXd y;
    Eigen::VectorXd weight;
    std::vector<std::size_t> row;
};

Model model_of(ProbabilitySample const& sample, Variable const& response, Variables const& predictors) {
    Model model;
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        if (sample.weights()[i] != 0) model.row.push_back(i);
    }
    auto const count = as_index(model.row.size());
    model.x.resize(count, as_index(predictors.size()));
    model.y.resize(count);
    model.weight.resize(count);
    for (Eigen::Index k = 0; k < count; ++k) {
        auto const i = model.row[static_cast<std::size_t>(k)];
        model.y(k) = response.values[i];
        model.weight(k) = sample.weights()[i];
        for (Eigen::Index j = 0; j < model.x.cols(); ++j) {
            model.x(k, j) = predictors[static_cast<std::size_t>(j)].values[i];
        }
    }
    return model;
}

struct Solution {
    Eigen::VectorXd coefficients;
    Eigen::MatrixXd scores;  // rows × coefficients: the influence of each row
};

Outcome<Eigen::VectorXd> weighted_least_squares(Eigen::MatrixXd const& x, Eigen::VectorXd const& y,
                                                Eigen::VectorXd const& weight) {
    Eigen::VectorXd const root = weight.cwiseSqrt();
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(root.asDiagonal() * x);
    qr.setThreshold(1e-9);
    if (qr.rank() < x.cols()) return refuse("survey.regression.collinear");
    return Eigen::VectorXd(qr.solve(root.cwiseProduct(y)));
}

Eigen::MatrixXd influence(Model const& model, Eigen::VectorXd const& curvature, Eigen::VectorXd const& residual) {
    Eigen::MatrixXd const information = model.x.transpose() * (curvature.asDiagonal() * model.x);
    Eigen::VectorXd const scaled = model.weight.cwiseProduct(residual);
    return scaled.asDiagonal() * model.x *
           information.ldlt().solve(Eigen::MatrixXd::Identity(model.x.cols(), model.x.cols()));
}

Outcome<Solution> linear(Model const& model) {
    auto const solved = weighted_least_squares(model.x, model.y, model.weight);
    if (!solved) return solved.problems();
    return Solution{*solved, influence(model, model.weight, model.y - model.x * *solved)};
}

// One state of the logistic fit: log odds, shares, and the curvature of the likelihood there.
struct LogisticState {
    Eigen::ArrayXd odds;
    Eigen::ArrayXd share;
    Eigen::ArrayXd spread;

    explicit LogisticState(Eigen::ArrayXd at) : odds(std::move(at)), share((1 + (-odds).exp()).inverse()) {
        spread = (share * (1 - share)).max(1e-300);
    }
};

double deviance(Model const& model, LogisticState const& state) {
    auto const likely =
        model.y.array() * state.share.max(1e-300).log() + (1 - model.y.array()) * (1 - state.share).max(1e-300).log();
    return -2 * (model.weight.array() * likely).sum();
}

bool is_done(Model const& model, LogisticState const& before, LogisticState const& now, Stop stop) {
    if (stop == Stop::converged) {
        return (now.odds - before.odds).abs().maxCoeff() < kConverged * (1 + now.odds.abs().maxCoeff());
    }
    auto const reached = deviance(model, now) / model.weight.mean();
    return std::abs(reached - deviance(model, before) / model.weight.mean()) / (std::abs(reached) + 0.1) < 1e-8;
}

// Newton's steps as weighted least squares on the working response, from shares drawn towards one half.
Outcome<Solution> logistic(Model const& model, Stop stop) {
    if ((model.y.array() < 0).any() || (model.y.array() > 1).any()) {
        return refuse("survey.regression.response_not_a_share");
    }
    Eigen::ArrayXd const relative = model.weight.array() / model.weight.mean();
    Eigen::ArrayXd const start = (relative * model.y.array() + 0.5) / (relative + 1);
    LogisticState state((start / (1 - start)).log());
    for (int step = 0; step < kMaxSteps; ++step) {
        Eigen::VectorXd const curvature = model.weight.array() * state.spread;
        Eigen::VectorXd const working = state.odds + (model.y.array() - state.share) / state.spread;
        auto const solved = weighted_least_squares(model.x, working, curvature);
        if (!solved) return solved.problems();
        LogisticState const next((model.x * *solved).array());
        if (next.odds.abs().maxCoeff() > kSeparated) break;
        if (is_done(model, state, next, stop)) {
            Eigen::VectorXd const residual = (model.y.array() - next.share) / next.spread * state.spread;
            return Solution{*solved, influence(model, curvature, residual)};
        }
        state = next;
    }
    return refuse("survey.regression.no_convergence");
}

Matrix spread_over_rows(Model const& model, Eigen::MatrixXd const& scores, std::size_t rows) {
    Matrix all(rows, static_cast<std::size_t>(scores.cols()));
    for (std::size_t k = 0; k < model.row.size(); ++k) {
        for (std::size_t j = 0; j < all.columns; ++j) all(model.row[k], j) = scores(as_index(k), as_index(j));
    }
    return all;
}

Outcome<Solution> fit(ProbabilitySample const& sample, Model const& model, Link link, Stop stop) {
    if (sample.respondents() == 0) return no_answers();
    return link == Link::identity ? linear(model) : logistic(model, stop);
}

}  // namespace

Outcome<RegressionFit> regression(ProbabilitySample const& sample, Variable const& response,
                                  Variables const& predictors, Link link, Stop stop) {
    auto variables = predictors;
    variables.push_back(response);
    auto const within = sample.within(complete_rows(sample, variables));
    auto const model = model_of(within, response, predictors);
    auto const solution = fit(within, model, link, stop);
    if (!solution) return solution.problems();
    RegressionFit result;
    for (auto const& predictor : predictors) result.coefficients.names.push_back(predictor.name);
    auto const& values = solution->coefficients;
    result.coefficients.values.assign(values.begin(), values.end());
    result.coefficients.covariance =
        covariance_of_totals(within, spread_over_rows(model, solution->scores, sample.rows()));
    result.coefficients.degrees_of_freedom = within.degrees_of_freedom();
    result.coefficients.respondents = within.respondents();
    result.residual_degrees = within.degrees_of_freedom() + 1 - static_cast<double>(predictors.size());
    return result;
}

Outcome<TwoSampleTest> two_sample_test(ProbabilitySample const& sample, Variable const& response,
                                       std::span<double const> second_group) {
    std::vector<double> const ones(sample.rows(), 1);
    auto const fitted = regression(sample, response, {{"(Intercept)", ones}, {"group", second_group}}, Link::identity);
    if (!fitted) return fitted.problems();
    TwoSampleTest test{fitted->coefficients.values[1], 0, fitted->residual_degrees, 1};
    if (!(test.degrees > 0)) return no_degrees();
    auto const error = standard_error(fitted->coefficients, 1);
    if (!(error > 0)) return without_spread();
    test.statistic = test.difference / error;
    test.p_value = student_two_sided(test.statistic, test.degrees);
    return test;
}

}  // namespace lenkwerk::survey_statistics
