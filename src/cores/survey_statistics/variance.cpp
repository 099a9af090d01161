#include "cores/survey_statistics/variance.hpp"

#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/dense.hpp"

namespace lenkwerk::survey_statistics {
namespace {

DenseRows unit_totals(SamplingStage const& stage, Matrix const& scores) {
    if (stage.row_is_unit) return view(scores);
    DenseRows totals = DenseRows::Zero(as_index(stage.stratum.size()), as_index(scores.columns));
    auto const rows = view(scores);
    for (std::size_t i = 0; i < scores.rows; ++i) totals.row(stage.unit[i]) += rows.row(as_index(i));
    return totals;
}

DenseRows stratum_means(SamplingStage const& stage, DenseRows const& totals) {
    DenseRows means = DenseRows::Zero(as_index(stage.sampled.size()), totals.cols());
    for (std::size_t u = 0; u < stage.stratum.size(); ++u) means.row(stage.stratum[u]) += totals.row(as_index(u));
    for (std::size_t h = 0; h < stage.sampled.size(); ++h) means.row(as_index(h)) /= stage.sampled[h];
    return means;
}

// What a squared deviation counts in its stratum.
std::vector<double> stratum_factors(SamplingStage const& stage, LonelyStratum lonely) {
    std::vector<double> factors(stage.sampled.size());
    for (std::size_t h = 0; h < factors.size(); ++h) {
        auto const n = stage.sampled[h];
        auto const left = stage.inclusion[h] * (1 - n / stage.population[h]);
        if (n > 1) factors[h] = left * n / (n - 1);
        if (n == 1 && lonely == LonelyStratum::adjust) factors[h] = left;
    }
    return factors;
}

// Strata from which one unit came stand at the mean of the others.
double lonely_inflation(SamplingStage const& stage, LonelyStratum lonely) {
    if (lonely != LonelyStratum::average) return 1;
    double known = 0;
    for (std::size_t h = 0; h < stage.sampled.size(); ++h) {
        if (stage.sampled[h] > 1 || stage.population[h] <= 1) ++known;
    }
    return known > 0 ? static_cast<double>(stage.sampled.size()) / known : 1;
}

// Deviations of the units from their stratum's mean, each times the root of what it counts.
DenseRows deviations(SamplingStage const& stage, LonelyStratum lonely, Matrix const& scores) {
    auto totals = unit_totals(stage, scores);
    auto means = stratum_means(stage, totals);
    auto const factors = stratum_factors(stage, lonely);
    auto const inflation = lonely_inflation(stage, lonely);
    std::vector<double> roots(factors.size());
    for (std::size_t h = 0; h < factors.size(); ++h) {
        roots[h] = std::sqrt(std::max(0.0, factors[h] * inflation));
        if (stage.sampled[h] == 1) means.row(as_index(h)).setZero();
    }
    for (std::size_t u = 0; u < stage.stratum.size(); ++u) {
        auto const h = stage.stratum[u];
        totals.row(as_index(u)) = (totals.row(as_index(u)) - means.row(h)) * roots[h];
    }
    return totals;
}

bool matters(SamplingStage const& stage) {
    return std::ranges::any_of(stage.inclusion, [](double value) { return value > 0; });
}

void remove_all_explained(ProbabilitySample const& sample, Matrix& scores) {
    for (auto const& adjustment : sample.adjustments()) remove_explained(*adjustment, scores);
}

}  // namespace

Matrix covariance_of_totals(ProbabilitySample const& sample, Matrix scores) {
    remove_all_explained(sample, scores);
    DenseRows covariance = DenseRows::Zero(as_index(scores.columns), as_index(scores.columns));
    for (auto const& stage : sample.drawing().stages) {
        if (!matters(stage)) continue;
        auto const units = deviations(stage, sample.drawing().lonely, scores);
        covariance.noalias() += units.transpose() * units;
    }
    return from_dense(covariance);
}

std::vector<double> variances_of_totals(ProbabilitySample const& sample, Matrix scores) {
    remove_all_explained(sample, scores);
    Eigen::RowVectorXd variances = Eigen::RowVectorXd::Zero(as_index(scores.columns));
    for (auto const& stage : sample.drawing().stages) {
        if (!matters(stage)) continue;
        variances += deviations(stage, sample.drawing().lonely, scores).colwise().squaredNorm();
    }
    return {variances.begin(), variances.end()};
}

Matrix covariance_by_replicates(Replicates const& replicates, std::span<double const> full_weights,
                                PointEstimator const& estimator) {
    auto const full = estimator(full_weights);
    auto const count = replicates.weights.columns;
    DenseRows estimates(as_index(count), as_index(full.size()));
    std::vector<double> weights(replicates.weights.rows);
    for (std::size_t r = 0; r < count; ++r) {
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = replicates.weights(i, r);
        auto const replicate = estimator(weights);
        estimates.row(as_index(r)) = view(std::span<double const>(replicate)).transpose();
    }
    auto const part = view(std::span<double const>(replicates.part));
    Eigen::RowVectorXd centre = view(std::span<double const>(full)).transpose();
    if (replicates.centre == ReplicateCentre::mean_of_replicates) {
        Eigen::VectorXd const counted = (part.array() > 0).cast<double>();
        centre = counted.transpose() * estimates / counted.sum();
    }
    DenseRows const off = part.cwiseSqrt().asDiagonal() * (estimates.rowwise() - centre);
    return from_dense(off.transpose() * off * replicates.scale);
}

}  // namespace lenkwerk::survey_statistics
