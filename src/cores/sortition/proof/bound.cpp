#include "cores/sortition/proof/bound.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>
#include <limits>

namespace lenkwerk::sortition::proof {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kIntegral = 1e-6;
constexpr double kRounding = 1e-11;

class Search {
public:
    Search(TypedPool const& pool, std::span<double const> weights, double target)
        : pool_(pool), weights_(weights.begin(), weights.end()), bound_(target), low_(weights.size(), 0.0) {
        for (auto const& type : pool.types) high_.push_back(type.most);
        build();
    }

    // Depth first; what cannot be closed below the present bound is split until it is a single panel.
    std::optional<double> run(std::int64_t nodes) {
        struct Open {
            std::vector<double> low, high;
        };
        std::vector<Open> open{{low_, high_}};
        for (std::int64_t node = 0; !open.empty(); ++node) {
            if (node >= nodes) return std::nullopt;
            low_ = std::move(open.back().low);
            high_ = std::move(open.back().high);
            open.pop_back();
            int const split = examine();
            if (split < 0) continue;
            double const value = std::clamp(std::floor(model_.primalColumnSolution()[split] + kIntegral),
                                            low_[at(split)], high_[at(split)] - 1);
            Open below{low_, high_}, above{low_, high_};
            below.high[at(split)] = value;
            above.low[at(split)] = value + 1;
            open.push_back(std::move(below));
            open.push_back(std::move(above));
        }
        return bound_;
    }

private:
    void build() {
        int const rows = pool_.row_count();
        model_.setLogLevel(0);
        model_.resize(rows + 1, 0);
        for (int row = 0; row < rows; ++row) {
            model_.setRowBounds(row, pool_.rows[at(row)].min, pool_.rows[at(row)].max);
        }
        model_.setRowBounds(rows, pool_.size, pool_.size);
        for (std::size_t type = 0; type < pool_.types.size(); ++type) {
            auto entries = pool_.types[type].rows;
            entries.push_back(rows);
            std::vector<double> const ones(entries.size(), 1.0);
            model_.addColumn(static_cast<int>(entries.size()), entries.data(), ones.data(), low_[type], high_[type],
                             -weights_[type]);
        }
    }

    // Closes the node or names the type to split: −1 closed.
    int examine() {
        if (one_panel()) return close_single();
        for (int type = 0; type < pool_.type_count(); ++type) {
            model_.setColumnBounds(type, low_[at(type)], high_[at(type)]);
        }
        model_.dual();
        double const* duals = model_.dualRowSolution();
        std::vector<double> multipliers(duals, duals + pool_.row_count() + 1);
        if (model_.status() == 1) add_ray(multipliers);
        double const least = weak_duality(multipliers);
        if (closes(least)) return -1;
        int const split = widest();
        return closes(least) ? -1 : split;
    }

    bool one_panel() const { return low_ == high_; }

    int close_single() {
        Panel panel;
        double value = 0;
        for (int type = 0; type < pool_.type_count(); ++type) {
            int const count = static_cast<int>(low_[at(type)]);
            if (count > 0) panel.push_back({type, count});
            value += weights_[at(type)] * count;
        }
        if (is_feasible(pool_, panel)) bound_ = std::max(bound_, value);
        return -1;
    }

    // An infeasible node: a large multiple of the ray pushes the bound below everything, if it is a ray indeed.
    void add_ray(std::vector<double>& multipliers) {
        std::unique_ptr<double[]> const ray(model_.infeasibilityRay());
        if (!ray) return;
        auto const base = multipliers;
        for (double const scale : {1e3, -1e3, 1e6, -1e6}) {
            for (std::size_t row = 0; row < base.size(); ++row) multipliers[row] = base[row] + scale * ray[row];
            if (weak_duality(multipliers) <= bound_) return;
        }
        multipliers = base;
    }

    // min −w·x ≥ Σ multiplier·row bound + Σ min over the box of (−w − multipliers)·x, for whatever multipliers.
    double weak_duality(std::vector<double> const& multipliers) const {
        double least = 0, size = 0;
        auto const add = [&](double term) {
            least += term;
            size += std::abs(term);
        };
        for (std::size_t row = 0; row < multipliers.size(); ++row) {
            double const multiplier = multipliers[row];
            bool const last = row == pool_.rows.size();
            double const low = last ? pool_.size : pool_.rows[row].min, high = last ? pool_.size : pool_.rows[row].max;
            add(multiplier > 0 ? multiplier * low : multiplier * high);
        }
        for (std::size_t type = 0; type < weights_.size(); ++type) {
            double cost = -weights_[type] - multipliers.back();
            for (int const row : pool_.types[type].rows) cost -= multipliers[at(row)];
            add(cost > 0 ? cost * low_[type] : cost * high_[type]);
        }
        double const rounding = size * std::numeric_limits<double>::epsilon() * 16;  // far above what summing can lose
        return -least + rounding;
    }

    // The most fractional count; where all are whole, the first that is still open.
    int widest() {
        double const* values = model_.primalColumnSolution();
        int best = -1;
        double most = kIntegral;
        for (int type = 0; type < pool_.type_count(); ++type) {
            if (low_[at(type)] == high_[at(type)]) continue;
            if (best < 0) best = type;
            double const fraction = std::abs(values[type] - std::round(values[type]));
            if (fraction <= most) continue;
            most = fraction;
            best = type;
        }
        if (most <= kIntegral) take_whole();
        return best;
    }

    // The relaxation came out whole: a panel, so the bound cannot be lower than its weight.
    void take_whole() {
        Panel panel;
        for (int type = 0; type < pool_.type_count(); ++type) {
            int const count = static_cast<int>(std::lround(model_.primalColumnSolution()[type]));
            if (count > 0) panel.push_back({type, count});
        }
        if (is_feasible(pool_, panel)) bound_ = std::max(bound_, value_of(panel, weights_));
    }

    // Less than a rounding above the bound is not worth a branch: the bound takes it in.
    bool closes(double least) {
        if (least > bound_ + kRounding * std::max(1.0, std::abs(bound_))) return false;
        bound_ = std::max(bound_, least);
        return true;
    }

    TypedPool const& pool_;
    std::vector<double> weights_;
    double bound_;
    std::vector<double> low_, high_;
    ClpSimplex model_;
};

}  // namespace

std::optional<double> proven_bound(TypedPool const& pool, std::span<double const> weights, double target,
                                   std::int64_t nodes) {
    return Search(pool, weights, target).run(nodes);
}

}  // namespace lenkwerk::sortition::proof
