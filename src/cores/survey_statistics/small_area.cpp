#include "cores/survey_statistics/small_area.hpp"

#include <cmath>
#include <numbers>
#include <span>

#include "cores/survey_statistics/dense.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr int kGrid = 400;
constexpr int kBisections = 200;

struct Areas {
    Eigen::VectorXd y;
    Eigen::VectorXd d;
    Eigen::MatrixXd x;
};

// The generalised least squares fit at a given A.
struct Weighted {
    Eigen::VectorXd precision;  // 1/(A + D)
    Eigen::MatrixXd inverse;    // (X′V⁻¹X)⁻¹
    Eigen::VectorXd beta;
    Eigen::VectorXd residual;
};

Weighted fit_at(Areas const& areas, double variance) {
    Weighted fit;
    fit.precision = (areas.d.array() + variance).inverse();
    Eigen::MatrixXd const information = areas.x.transpose() * (fit.precision.asDiagonal() * areas.x);
    fit.inverse = information.ldlt().solve(Eigen::MatrixXd::Identity(information.rows(), information.cols()));
    fit.beta = fit.inverse * (areas.x.transpose() * fit.precision.cwiseProduct(areas.y));
    fit.residual = areas.y - areas.x * fit.beta;
    return fit;
}

double weighted_squares(Weighted const& fit) { return (fit.residual.array().square() * fit.precision.array()).sum(); }

// Twice the derivative of what is maximised (or the moment equation): positive where A should grow.
double slope(Areas const& areas, AreaMethod method, double variance) {
    auto const fit = fit_at(areas, variance);
    auto const squares = (fit.residual.array() * fit.precision.array()).square().sum();
    if (method == AreaMethod::fay_herriot) {
        return weighted_squares(fit) - static_cast<double>(areas.x.rows() - areas.x.cols());
    }
    auto const trace = fit.precision.sum();
    if (method == AreaMethod::ml) return squares - trace;
    Eigen::VectorXd const squared = fit.precision.cwiseProduct(fit.precision);
    return squares - trace + (fit.inverse * (areas.x.transpose() * (squared.asDiagonal() * areas.x))).trace();
}

double log_likelihood(Areas const& areas, double variance) {
    auto const fit = fit_at(areas, variance);
    auto const count = static_cast<double>(areas.y.size());
    return -(count * std::log(2 * std::numbers::pi) - fit.precision.array().log().sum() + weighted_squares(fit)) / 2;
}

double objective(Areas const& areas, AreaMethod method, double variance) {
    auto const value = log_likelihood(areas, variance);
    if (method != AreaMethod::reml) return value;
    return value + std::log(fit_at(areas, variance).inverse.determinant()) / 2;
}

double root_between(Areas const& areas, AreaMethod method, double low, double high) {
    for (int i = 0; i < kBisections && low < high; ++i) {
        auto const middle = (low + high) / 2;
        if (middle == low || middle == high) break;
        (slope(areas, method, middle) > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

// Every place where the slope turns from positive to negative is a maximum; the highest wins, and 0 competes where the
// slope there is not positive. The moment equation falls, so that it has one root at most.
double area_variance(Areas const& areas, AreaMethod method) {
    auto const spread = areas.y.maxCoeff() - areas.y.minCoeff();
    auto const top = 4 * spread * spread + areas.d.maxCoeff();
    auto const bottom = areas.d.minCoeff() * 1e-8;
    auto const ratio = std::pow(top / bottom, 1.0 / kGrid);
    double best = 0;
    double highest =
        slope(areas, method, 0) > 0 ? -std::numeric_limits<double>::infinity() : objective(areas, method, 0);
    double low = 0;
    double slope_below = slope(areas, method, 0);
    for (double high = bottom; high <= top * ratio; high *= ratio) {
        auto const slope_above = slope(areas, method, high);
        if (slope_below > 0 && slope_above <= 0) {
            auto const root = root_between(areas, method, low, high);
            auto const value = objective(areas, method, root);
            if (method == AreaMethod::fay_herriot) return root;
            if (value > highest) {
                highest = value;
                best = root;
            }
        }
        slope_below = slope_above;
        low = high;
    }
    return best;
}

// Asymptotic variance and bias of the estimator of A (Datta, Rao, Smith 2005, section 2).
void set_moments(Areas const& areas, Weighted const& fit, AreaMethod method, AreaModel& model) {
    auto const count = static_cast<double>(areas.y.size());
    auto const sum = fit.precision.sum();
    auto const squares = fit.precision.squaredNorm();
    model.variance_of_it = method == AreaMethod::fay_herriot ? 2 * count / (sum * sum) : 2 / squares;
    if (method == AreaMethod::fay_herriot) model.bias_of_it = 2 * (count * squares - sum * sum) / (sum * sum * sum);
    if (method == AreaMethod::ml) {
        Eigen::VectorXd const squared = fit.precision.cwiseProduct(fit.precision);
        auto const trace = (fit.inverse * (areas.x.transpose() * (squared.asDiagonal() * areas.x))).trace();
        model.bias_of_it = -trace / squares;
    }
}

void set_estimates(Areas const& areas, Weighted const& fit, AreaModel& model) {
    Eigen::VectorXd const synthetic = areas.x * fit.beta;
    for (Eigen::Index d = 0; d < areas.y.size(); ++d) {
        auto const gamma = model.area_variance * fit.precision(d);
        auto const rest = 1 - gamma;
        auto const x = areas.x.row(d);
        model.shrinkage.push_back(gamma);
        model.synthetic.push_back(synthetic(d));
        model.estimate.push_back(gamma * areas.y(d) + rest * synthetic(d));
        model.g1.push_back(gamma * areas.d(d));
        model.g2.push_back(rest * rest * (x * fit.inverse * x.transpose())(0));
        model.g3.push_back(rest * rest * fit.precision(d) * model.variance_of_it);
        model.mse.push_back(model.g1.back() + model.g2.back() + 2 * model.g3.back() - model.bias_of_it * rest * rest);
    }
}

Problems check(AreaData const& data) {
    if (data.direct.size() <= data.covariates.columns) {
        return refuse("survey.area.too_few", "areas", {{"areas", static_cast<std::int64_t>(data.direct.size())}});
    }
    for (std::size_t d = 0; d < data.direct.size(); ++d) {
        MessageArguments const area{{"area", static_cast<std::int64_t>(d + 1)}};
        bool missing = !std::isfinite(data.direct[d]);
        for (auto const value : data.covariates.row(d)) missing = missing || !std::isfinite(value);
        if (missing) return refuse("survey.area.value_missing", "areas", area);
        if (!(data.sampling_variance[d] > 0) || std::isinf(data.sampling_variance[d])) {
            return refuse("survey.area.variance_invalid", "variance", area);
        }
    }
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> const qr(view(data.covariates));
    if (qr.rank() < as_index(data.covariates.columns)) return refuse("survey.area.collinear", "covariates");
    return {};
}

}  // namespace

Outcome<AreaModel> fay_herriot(AreaData const& data, AreaMethod method) {
    if (auto problems = check(data); !problems.empty()) return problems;
    Areas const areas{view(std::span<double const>(data.direct)), view(std::span<double const>(data.sampling_variance)),
                      view(data.covariates)};
    AreaModel model;
    model.area_variance = area_variance(areas, method);
    model.no_area_variance = model.area_variance == 0;
    auto const fit = fit_at(areas, model.area_variance);
    model.coefficients.assign(fit.beta.begin(), fit.beta.end());
    for (auto const variance : fit.inverse.diagonal()) model.coefficient_errors.push_back(std::sqrt(variance));
    set_moments(areas, fit, method, model);
    set_estimates(areas, fit, model);
    model.log_likelihood = log_likelihood(areas, model.area_variance);
    auto const parameters = static_cast<double>(data.covariates.columns + 1);
    model.aic = -2 * model.log_likelihood + 2 * parameters;
    model.bic = -2 * model.log_likelihood + std::log(static_cast<double>(data.direct.size())) * parameters;
    return model;
}

}  // namespace lenkwerk::survey_statistics
