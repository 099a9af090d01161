#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "cores/sortition/engine/nash.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Minimises −Σ people·log x over row sums in boxes by augmented Lagrangians; Newton steps need one system of the size of
// the rows (Woodbury). The multipliers then name the tight rows, on which Newton's method in the multipliers is exact.
class NashProgram {
public:
    explicit NashProgram(TypedPool const& pool) : rows_(pool.row_count() + 1) {
        for (int type = 0; type < pool.type_count(); ++type) {
            if (pool.types[at(type)].most > 0) types_.push_back(type);
        }
        int const n = static_cast<int>(types_.size());
        a_ = MatrixXd::Zero(rows_, n);
        people_.resize(n);
        most_.resize(n);
        for (int i = 0; i < n; ++i) {
            auto const& type = pool.types[at(types_[at(i)])];
            for (int const row : type.rows) a_(row, i) = 1;
            a_(rows_ - 1, i) = 1;
            people_[i] = type.count();
            most_[i] = type.most;
        }
        low_.resize(rows_);
        high_.resize(rows_);
        for (int row = 0; row + 1 < rows_; ++row) {
            low_[row] = pool.rows[at(row)].min;
            high_[row] = pool.rows[at(row)].max;
        }
        low_[rows_ - 1] = high_[rows_ - 1] = pool.size;
    }

    std::vector<double> run(std::size_t types) {
        x_ = (people_ * (high_[rows_ - 1] / people_.sum())).cwiseMin(most_ * 0.999);
        multipliers_ = VectorXd::Zero(rows_);
        double penalty = 1;
        for (int round = 0; round < 40; ++round) {
            for (int step = 0; step < 60 && newton_step(penalty); ++step) {
            }
            VectorXd const next = penalty * outside(penalty);
            double const change = (next - multipliers_).cwiseAbs().maxCoeff() / penalty;
            multipliers_ = next;
            if (change < 1e-10) break;
            penalty = std::min(1e5, penalty * 3);
        }
        polish();
        std::vector<double> chances(types);
        for (std::size_t i = 0; i < types_.size(); ++i) {
            auto const index = static_cast<Eigen::Index>(i);
            chances[at(types_[i])] = x_[index] / people_[index];
        }
        return chances;
    }

private:
    VectorXd outside(double penalty) const {
        VectorXd const shifted = a_ * x_ + multipliers_ / penalty;
        return shifted - shifted.cwiseMax(low_).cwiseMin(high_);
    }

    double merit(VectorXd const& x, double penalty) const {
        VectorXd const shifted = a_ * x + multipliers_ / penalty;
        VectorXd const off = shifted - shifted.cwiseMax(low_).cwiseMin(high_);
        return -(people_.array() * x.array().log()).sum() + penalty / 2 * off.squaredNorm();
    }

    // False where nothing is left to gain.
    bool newton_step(double penalty) {
        VectorXd const off = outside(penalty);
        VectorXd gradient = penalty * (a_.transpose() * off) - people_.cwiseQuotient(x_);
        VectorXd inverse = x_.cwiseAbs2().cwiseQuotient(people_);
        for (Eigen::Index i = 0; i < x_.size(); ++i) {
            if (x_[i] >= most_[i] && gradient[i] < 0) inverse[i] = 0;  // held at its upper bound
        }
        MatrixXd active = a_;
        for (int row = 0; row < rows_; ++row) {
            if (off[row] == 0) active.row(row).setZero();
        }
        MatrixXd system = active * inverse.asDiagonal() * active.transpose();
        system.diagonal().array() += 1 / penalty;
        VectorXd const scaled = inverse.cwiseProduct(gradient);
        VectorXd const direction =
            inverse.cwiseProduct(active.transpose() * system.ldlt().solve(active * scaled)) - scaled;
        double const slope = gradient.dot(direction);
        if (!(slope < -1e-22)) return false;
        return search(direction, slope, penalty);
    }

    bool search(VectorXd const& direction, double slope, double penalty) {
        double const now = merit(x_, penalty);
        for (double length = 1; length > 1e-12; length /= 2) {
            VectorXd const next = (x_ + length * direction).cwiseMin(most_).cwiseMax(x_ * 0.05);
            if (merit(next, penalty) > now + 1e-4 * length * slope) continue;
            bool const moved = (next - x_).cwiseAbs().maxCoeff() > 1e-14;
            x_ = next;
            return moved;
        }
        return false;
    }

    // x = min(most, people / Σ multipliers of its rows); the tight rows' sums have to be exact.
    void polish() {
        std::vector<int> tight;
        for (int row = 0; row < rows_; ++row) {
            if (low_[row] == high_[row] || std::abs(multipliers_[row]) > 1e-6) tight.push_back(row);
        }
        VectorXd target(std::ssize(tight));
        for (std::size_t i = 0; i < tight.size(); ++i) {
            int const row = tight[i];
            target[static_cast<Eigen::Index>(i)] = multipliers_[row] > 0 ? high_[row] : low_[row];
        }
        MatrixXd const a = a_(tight, Eigen::all);
        VectorXd price = multipliers_(tight);
        for (int round = 0; round < 30; ++round) {
            VectorXd const total = a.transpose() * price;
            VectorXd slope = VectorXd::Zero(x_.size());
            for (Eigen::Index i = 0; i < x_.size(); ++i) {
                bool const bounded = total[i] * most_[i] <= people_[i];
                x_[i] = bounded ? most_[i] : people_[i] / total[i];
                if (!bounded) slope[i] = people_[i] / (total[i] * total[i]);
            }
            VectorXd const off = a * x_ - target;
            if (off.cwiseAbs().maxCoeff() < 1e-13 * target.maxCoeff()) break;
            MatrixXd const system = a * slope.asDiagonal() * a.transpose();
            price += system.completeOrthogonalDecomposition().solve(off);
        }
    }

    int rows_;
    std::vector<int> types_;  // those that can be in a panel
    MatrixXd a_;
    VectorXd people_, most_, low_, high_, x_, multipliers_;
};

}  // namespace

std::vector<double> relaxed_nash(TypedPool const& pool) { return NashProgram(pool).run(pool.types.size()); }

}  // namespace lenkwerk::sortition::engine
