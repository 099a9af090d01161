#include "cores/survey_statistics/adjustment.hpp"

#include <cmath>

#include "cores/survey_statistics/dense.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr int kSweeps = 10;
constexpr double kRankTolerance = 1e-7;

void remove_cell_means(PostStrata const& post, Matrix& scores) {
    Matrix means(post.cells, scores.columns);
    std::vector<double> base(post.cells);
    auto const all = view(scores);
    auto sums = view(means);
    for (std::size_t i = 0; i < scores.rows; ++i) {
        if (post.weight[i] == 0) continue;
        sums.row(post.cell[i]) += all.row(as_index(i)) * (post.old_weight[i] / post.weight[i]);
        base[post.cell[i]] += post.old_weight[i];
    }
    for (std::size_t c = 0; c < post.cells; ++c) {
        if (base[c] > 0) sums.row(as_index(c)) /= base[c];
    }
    auto changed = view(scores);
    for (std::size_t i = 0; i < scores.rows; ++i) changed.row(as_index(i)) -= sums.row(post.cell[i]) * post.weight[i];
}

void remove_regression(CalibrationFit const& fit, Matrix& scores) {
    auto const weight = view(std::span<double const>(fit.weight));
    auto all = view(scores);
    Eigen::VectorXd const inverse = (weight.array() > 0).select(weight.array().inverse(), 0.0);
    DenseRows const scaled = inverse.asDiagonal() * all;
    auto const basis = view(fit.basis);
    all = weight.asDiagonal() * (scaled - basis * (basis.transpose() * scaled));
}

// The first row of each crossing.
std::vector<std::size_t> examples(std::vector<std::uint32_t> const& crossing) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < crossing.size(); ++i) {
        if (crossing[i] == RakedMargins::kOutside) continue;
        if (crossing[i] >= rows.size()) rows.resize(crossing[i] + 1, i);
    }
    return rows;
}

}  // namespace

RakedMargins::RakedMargins(std::vector<RakedMargin> margins, std::vector<std::uint32_t> crossing)
    : margins_(std::move(margins)), crossing_(std::move(crossing)), example_(examples(crossing_)) {
    std::size_t levels = 0;
    for (auto const& margin : margins_) {
        first_level_.push_back(levels);
        levels += margin.cells;
        auto& inverse = inverse_weight_.emplace_back(margin.weight.size());
        for (std::size_t i = 0; i < inverse.size(); ++i) inverse[i] = margin.weight[i] > 0 ? 1 / margin.weight[i] : 0;
    }
    overlap_ = Matrix(levels, levels);
    level_size_.resize(levels);
    for (std::size_t m = 0; m < margins_.size(); ++m) {
        for (std::size_t i = 0; i < margins_[m].cell.size(); ++i) {
            if (margins_[m].weight[i] == 0) continue;
            auto const level = first_level_[m] + margins_[m].cell[i];
            level_size_[level] += 1;
            for (std::size_t k = 0; k < margins_.size(); ++k) {
                overlap_(level, first_level_[k] + margins_[k].cell[i]) += margins_[k].weight[i] * inverse_weight_[m][i];
            }
        }
    }
}

// Every sweep subtracts, margin after margin, the unweighted mean of (what is left of the score)/w per level. What has
// been subtracted so far is Σ w·effect of the row's levels, so the sweeps can run on the levels alone. `start`: the sums
// of score/w per level, of every quantity.
Matrix RakedMargins::effects(Matrix start) const {
    Matrix result(start.rows, start.columns);
    auto const sums = view(start);
    auto effect = view(result);
    auto const overlap = view(overlap_);
    auto const size = view(std::span<double const>(level_size_));
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (std::size_t m = 0; m < margins_.size(); ++m) {
            auto const first = as_index(first_level_[m]);
            auto const count = as_index(margins_[m].cells);
            DenseRows const left = sums.middleRows(first, count) - overlap.middleRows(first, count) * effect;
            auto const inverse_size = size.segment(first, count).cwiseMax(1.0).cwiseInverse();
            effect.middleRows(first, count) += inverse_size.asDiagonal() * left;
        }
    }
    return result;
}

void RakedMargins::remove_explained(Matrix& scores) const {
    Matrix start(level_size_.size(), scores.columns);
    auto sums = view(start);
    auto all = view(scores);
    for (std::size_t i = 0; i < scores.rows; ++i) {
        for (std::size_t m = 0; m < margins_.size(); ++m) {
            sums.row(as_index(first_level_[m] + margins_[m].cell[i])) += all.row(as_index(i)) * inverse_weight_[m][i];
        }
    }
    auto const effect = effects(std::move(start));
    auto const levels = view(effect);
    for (std::size_t m = 0; m < margins_.size(); ++m) {
        auto const& margin = margins_[m];
        for (std::size_t i = 0; i < scores.rows; ++i) {
            all.row(as_index(i)) -= levels.row(as_index(first_level_[m] + margin.cell[i])) * margin.weight[i];
        }
    }
}

Matrix RakedMargins::explained_by_weight(std::span<std::int32_t const> cell, std::size_t cells,
                                         std::span<double const> score) const {
    Matrix start(level_size_.size(), cells);
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] < 0) continue;
        for (std::size_t m = 0; m < margins_.size(); ++m) {
            start(first_level_[m] + margins_[m].cell[i], static_cast<std::size_t>(cell[i])) +=
                score[i] * inverse_weight_[m][i];
        }
    }
    auto const effect = effects(std::move(start));
    Matrix result(crossings(), cells);
    auto rows = view(result);
    for (std::size_t x = 0; x < crossings(); ++x) {
        auto const i = example_[x];
        for (std::size_t m = 0; m < margins_.size(); ++m) {
            auto const ratio = margins_[m].weight[i] * inverse_weight_.back()[i];
            rows.row(as_index(x)) += view(effect).row(as_index(first_level_[m] + margins_[m].cell[i])) * ratio;
        }
    }
    return result;
}

void remove_explained(Adjustment const& adjustment, Matrix& scores) {
    if (auto const* post = std::get_if<PostStrata>(&adjustment)) return remove_cell_means(*post, scores);
    if (auto const* raked = std::get_if<RakedMargins>(&adjustment)) return raked->remove_explained(scores);
    remove_regression(std::get<CalibrationFit>(adjustment), scores);
}

Matrix weighted_basis(Matrix const& x, std::span<double const> weights) {
    Eigen::MatrixXd scaled = view(weights).cwiseSqrt().asDiagonal() * view(x);
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(scaled);
    qr.setThreshold(kRankTolerance);
    auto const rank = qr.rank();
    DenseRows const basis = qr.householderQ() * Eigen::MatrixXd::Identity(scaled.rows(), rank);
    return from_dense(basis);
}

}  // namespace lenkwerk::survey_statistics
