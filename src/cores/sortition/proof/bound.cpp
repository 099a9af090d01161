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
constexpr std::int64_t kAtLeast = 100;  // nodes, whoever asks to end: a bound without any is none

// What one node still allows: counts of the types, then sums of the rows, the last being the size.
struct Node {
    std::vector<double> low, high;
    double bound = std::numeric_limits<double>::infinity();  // of what it allows, as far as known
};

class Search {
public:
    Search(TypedPool const& pool, std::span<double const> weights, double target)
        : pool_(pool), weights_(weights.begin(), weights.end()), bound_(target), reduced_(weights.size()) {
        for (auto const& type : pool.types) allow(0, type.most);
        for (auto const& row : pool.rows) allow(row.min, row.max);
        allow(pool.size, pool.size);
        build();
    }

    // Depth first; what cannot be closed below the present bound is split until it is a single panel.
    Bound run(Effort const& effort) {
        std::vector<Node> open{node_};
        for (std::int64_t count = 0; !open.empty(); ++count) {
            bool const ended = effort.should_stop && count >= kAtLeast && effort.should_stop();
            if (count >= effort.nodes || ended)
                return {std::max(bound_, std::ranges::max(open, {}, &Node::bound).bound), false};
            node_ = std::move(open.back());
            open.pop_back();
            int const split = examine();
            if (split < 0) continue;
            double const value =
                std::clamp(std::floor(value_of(split) + kIntegral), node_.low[at(split)], node_.high[at(split)] - 1);
            Node below = node_, above = node_;
            below.high[at(split)] = value;
            above.low[at(split)] = value + 1;
            open.push_back(std::move(below));
            open.push_back(std::move(above));
        }
        return {bound_, true};
    }

private:
    void allow(int low, int high) {
        node_.low.push_back(low);
        node_.high.push_back(high);
    }
    std::size_t types() const { return weights_.size(); }
    double value_of(int variable) const {
        bool const is_type = at(variable) < types();
        return is_type ? model_.primalColumnSolution()[variable] : model_.primalRowSolution()[at(variable) - types()];
    }

    void build() {
        int const rows = pool_.row_count() + 1;
        model_.setLogLevel(0);
        model_.resize(rows, 0);
        for (std::size_t type = 0; type < types(); ++type) {
            auto entries = pool_.types[type].rows;
            entries.push_back(rows - 1);
            std::vector<double> const ones(entries.size(), 1.0);
            model_.addColumn(static_cast<int>(entries.size()), entries.data(), ones.data(), node_.low[type],
                             node_.high[type], -weights_[type]);
        }
    }

    // Closes the node or names the type or row to split: −1 closed.
    int examine() {
        if (std::equal(node_.low.begin(), node_.low.begin() + std::ssize(weights_), node_.high.begin())) {
            return close_single();
        }
        for (std::size_t type = 0; type < types(); ++type) {
            model_.setColumnBounds(static_cast<int>(type), node_.low[type], node_.high[type]);
        }
        for (std::size_t row = types(); row < node_.low.size(); ++row) {
            model_.setRowBounds(static_cast<int>(row - types()), node_.low[row], node_.high[row]);
        }
        model_.dual();
        double const* duals = model_.dualRowSolution();
        std::vector<double> multipliers(duals, duals + pool_.row_count() + 1);
        if (model_.status() == 1) add_ray(multipliers);
        double const least = node_.bound = std::min(node_.bound, weak_duality(multipliers));
        if (closes(least)) return -1;
        int const split = widest();
        if (closes(least)) return -1;
        tighten(least);
        if (node_.low[at(split)] < node_.high[at(split)]) return split;
        int const other = first_open();
        return other >= 0 ? other : close_single();
    }

    int close_single() {
        Panel panel;
        for (int type = 0; type < pool_.type_count(); ++type) {
            int const count = static_cast<int>(node_.low[at(type)]);
            if (count > 0) panel.push_back({type, count});
        }
        take(panel);
        return -1;
    }

    void take(Panel const& panel) {
        if (is_feasible(pool_, panel)) bound_ = std::max(bound_, sortition::value_of(panel, weights_));
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
    double weak_duality(std::vector<double> const& multipliers) {
        double least = 0, size = 0;
        auto const add = [&](double factor, std::size_t variable) {
            double const term = factor * (factor > 0 ? node_.low[variable] : node_.high[variable]);
            least += term;
            size += std::abs(term);
        };
        for (std::size_t row = 0; row < multipliers.size(); ++row) add(multipliers[row], types() + row);
        for (std::size_t type = 0; type < types(); ++type) {
            double cost = -weights_[type] - multipliers.back();
            for (int const row : pool_.types[type].rows) cost -= multipliers[at(row)];
            add(reduced_[type] = cost, type);
        }
        double const rounding = size * std::numeric_limits<double>::epsilon() * 16;  // far above what summing can lose
        return -least + rounding;
    }

    // A count that moves off its better end costs its reduced cost a seat: as far as that falls below the bound, nothing
    // is lost by leaving it out. The same multipliers prove it.
    void tighten(double least) {
        for (std::size_t type = 0; type < types(); ++type) {
            double const room = (least - bound_) / std::abs(reduced_[type]) + kIntegral;
            if (!(room < node_.high[type] - node_.low[type])) continue;
            if (reduced_[type] > 0)
                node_.high[type] = node_.low[type] + std::floor(room);
            else
                node_.low[type] = node_.high[type] - std::floor(room);
        }
    }

    // The most fractional row sum, which splits many counts at once, or else count; where all are whole, what is open.
    int widest() {
        int best = -1;
        double most = kIntegral;
        auto const look = [&](std::size_t from, std::size_t to) {
            for (std::size_t variable = from; variable < to; ++variable) {
                double const value = value_of(static_cast<int>(variable));
                double const fraction = std::abs(value - std::round(value));
                if (node_.low[variable] == node_.high[variable] || fraction <= most) continue;
                most = fraction;
                best = static_cast<int>(variable);
            }
        };
        look(types(), node_.low.size());
        if (best < 0) look(0, types());
        if (best >= 0) return best;
        take_whole();
        return first_open();
    }

    int first_open() const {
        for (std::size_t type = 0; type < types(); ++type) {
            if (node_.low[type] != node_.high[type]) return static_cast<int>(type);
        }
        return -1;
    }

    // The relaxation came out whole: a panel, so the bound cannot be lower than its weight.
    void take_whole() {
        Panel panel;
        for (int type = 0; type < pool_.type_count(); ++type) {
            int const count = static_cast<int>(std::lround(value_of(type)));
            if (count > 0) panel.push_back({type, count});
        }
        take(panel);
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
    Node node_;
    std::vector<double> reduced_;  // by type, of the last multipliers
    ClpSimplex model_;
};

}  // namespace

Bound proven_bound(TypedPool const& pool, std::span<double const> weights, double target, Effort const& effort) {
    return Search(pool, weights, target).run(effort);
}

}  // namespace lenkwerk::sortition::proof
