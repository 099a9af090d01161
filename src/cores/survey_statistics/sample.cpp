#include "cores/survey_statistics/sample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "cores/survey_statistics/dense.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr double kRankTolerance = 1e-5;

// Replicate weights repeat for all rows of a unit: the rank is that of the distinct rows.
double rank(Matrix const& weights) {
    std::unordered_set<std::string> seen;
    std::vector<std::size_t> distinct;
    for (std::size_t i = 0; i < weights.rows; ++i) {
        auto const row = weights.row(i);
        std::string key(reinterpret_cast<char const*>(row.data()), row.size_bytes());
        if (seen.insert(std::move(key)).second) distinct.push_back(i);
    }
    Eigen::MatrixXd rows(as_index(distinct.size()), as_index(weights.columns));
    for (std::size_t k = 0; k < distinct.size(); ++k) {
        rows.row(as_index(k)) = view(weights).row(as_index(distinct[k]));
    }
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(rows);
    qr.setThreshold(kRankTolerance);
    return static_cast<double>(qr.rank());
}

}  // namespace

ProbabilitySample ProbabilitySample::within(std::span<std::uint8_t const> inside) const {
    auto result = *this;
    for (std::size_t i = 0; i < rows(); ++i) {
        if (!inside[i]) result.weights_[i] = 0;
    }
    if (replicates_) {
        auto replicates = *replicates_;
        for (std::size_t i = 0; i < rows(); ++i) {
            if (!inside[i]) std::ranges::fill(replicates.weights.row(i), 0.0);
        }
        result.replicates_ = std::make_shared<Replicates const>(std::move(replicates));
    }
    return result;
}

ProbabilitySample ProbabilitySample::reweighted(std::vector<double> weights, Adjustment adjustment) const {
    auto result = reweighted(std::move(weights));
    result.adjustments_.push_back(std::make_shared<Adjustment const>(std::move(adjustment)));
    return result;
}

ProbabilitySample ProbabilitySample::reweighted(std::vector<double> weights) const {
    auto result = *this;
    result.weights_ = std::move(weights);
    return result;
}

ProbabilitySample ProbabilitySample::with_replicates(Replicates replicates) const {
    auto result = *this;
    result.replicates_ = std::make_shared<Replicates const>(std::move(replicates));
    return result;
}

std::size_t ProbabilitySample::respondents() const {
    return static_cast<std::size_t>(std::ranges::count_if(weights_, [](double w) { return w != 0; }));
}

double ProbabilitySample::degrees_of_freedom() const {
    if (replicates_) return rank(replicates_->weights) - 1;
    auto const& stage = drawing_->stages.front();
    std::vector<bool> unit_seen(stage.stratum.size());
    std::vector<bool> stratum_seen(stage.sampled.size());
    double units = 0;
    double strata = 0;
    for (std::size_t i = 0; i < rows(); ++i) {
        if (weights_[i] == 0) continue;
        auto const unit = stage.unit[i];
        if (unit_seen[unit]) continue;
        unit_seen[unit] = true;
        ++units;
        if (!stratum_seen[stage.stratum[unit]]) ++strata;
        stratum_seen[stage.stratum[unit]] = true;
    }
    return units - strata;
}

}  // namespace lenkwerk::survey_statistics
