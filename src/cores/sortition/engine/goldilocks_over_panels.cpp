#include "cores/sortition/engine/goldilocks_over_panels.hpp"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kImproves = 1e-9;
constexpr double kTouches = 1e-9;     // how far, relative, the tangents may lie below 1/(smallest chance)
constexpr double kWithin = 1 - 2e-9;  // the proof's dual may be a rounding too small, never too large
constexpr int kFloor = 0, kCeiling = 1, kPrice = 2;  // columns; panel i is column i + 3

// Rows: p − floor ≥ 0 and ceiling − p ≥ 0 a type, Σ weight = 1, then price + b/s²·floor ≥ 2b/s a tangent at s.
class Program {
public:
    Program(TypedPool const& pool, double a, double b, Reach const& reach)
        : pool_(pool), types_(pool.type_count()), b_(b) {
        model_.setLogLevel(0);
        model_.setPrimalTolerance(1e-9);
        model_.setDualTolerance(1e-9);
        model_.resize(2 * types_ + 1, 0);
        std::vector<int> low, high;
        for (int type = 0; type < types_; ++type) {
            bool const counts = reach.reachable[at(type)];
            model_.setRowBounds(type, counts ? 0 : -COIN_DBL_MAX, COIN_DBL_MAX);
            model_.setRowBounds(types_ + type, 0, COIN_DBL_MAX);
            low.push_back(type);
            high.push_back(types_ + type);
        }
        model_.setRowBounds(2 * types_, 1, 1);
        std::vector<double> const minus(at(types_), -1.0), plus(at(types_), 1.0);
        // Neither has a bound of its own at 1: its multiplier would be missing from the proof.
        model_.addColumn(types_, low.data(), minus.data(), 0, COIN_DBL_MAX, 0);
        model_.addColumn(types_, high.data(), plus.data(), 0, COIN_DBL_MAX, a);
        model_.addColumn(0, nullptr, nullptr, -COIN_DBL_MAX, COIN_DBL_MAX, 1);
    }

    void add(Panel const& panel) {
        std::vector<int> rows;
        std::vector<double> entries;
        for (auto const [type, count] : panel) {
            double const chance = static_cast<double>(count) / pool_.types[at(type)].count();
            rows.insert(rows.end(), {type, types_ + type});
            entries.insert(entries.end(), {chance, -chance});
        }
        rows.push_back(2 * types_);
        entries.push_back(1);
        model_.addColumn(static_cast<int>(rows.size()), rows.data(), entries.data(), 0, COIN_DBL_MAX, 0);
        panels_.push_back(panel);
    }

    void touch(double s) {
        std::array const columns{kFloor, kPrice};
        std::array const entries{b_ / (s * s), 1.0};
        model_.addRow(2, columns.data(), entries.data(), 2 * b_ / s, COIN_DBL_MAX);
    }
    void fix_floor(double s) { model_.setColumnBounds(kFloor, s, s); }
    void free_floor() { model_.setColumnBounds(kFloor, 0, COIN_DBL_MAX); }
    // Only the tangent at s stays.
    void linearise(double s) {
        for (int row = 2 * types_ + 1; row < model_.numberRows(); ++row) model_.setRowLower(row, -COIN_DBL_MAX);
        touch(s);
    }

    bool is_solvable() {
        model_.primal(0, 0);
        if (model_.status() != 0) model_.dual(0, 0);
        return model_.status() == 0;
    }
    void solve() {
        if (!is_solvable()) throw std::runtime_error("the goldilocks program found no solution");
    }

    double floor() const { return model_.primalColumnSolution()[kFloor]; }
    double price() const { return model_.primalColumnSolution()[kPrice]; }
    double objective() const { return model_.objectiveValue(); }
    // What the largest chance costs for the smallest: a·d(ceiling)/d(floor).
    double slope() const {
        double const* rows = model_.dualRowSolution();
        return std::accumulate(rows, rows + types_, 0.0);
    }
    double threshold() const { return -model_.dualRowSolution()[2 * types_]; }
    // What one person more in a panel is worth, by type: multipliers of the floor less those of the ceiling.
    std::vector<double> dual() const {
        std::vector<double> dual(at(types_));
        double const* rows = model_.dualRowSolution();
        for (int type = 0; type < types_; ++type) {
            dual[at(type)] = std::max(0.0, rows[type]) - std::max(0.0, rows[types_ + type]);
        }
        return dual;
    }
    std::vector<WeightedPanel> support() const {
        std::vector<WeightedPanel> support;
        for (std::size_t p = 0; p < panels_.size(); ++p) {
            double const weight = model_.primalColumnSolution()[p + 3];
            if (weight > 0) support.push_back({panels_[p], weight});
        }
        return support;
    }

private:
    TypedPool const& pool_;
    int types_;
    double b_;
    ClpSimplex model_;
    std::vector<Panel> panels_;
};

bool improve(TypedPool const& pool, Program& program, Pricer& pricer, Progress const& progress) {
    auto weights = program.dual();
    for (std::size_t type = 0; type < weights.size(); ++type) weights[type] /= pool.types[type].count();
    double const threshold = program.threshold();
    double const floor = threshold + kImproves * std::max(1.0, std::abs(threshold));
    auto const answer = pricer.ask(weights, {.floor = floor, .patience = 20, .progress = &progress});
    for (auto const& panel : answer.panels) program.add(panel);
    return !answer.panels.empty();
}

void improve_all(TypedPool const& pool, Program& program, Pricer& pricer, Progress const& progress) {
    do {
        program.solve();
    } while (!progress.stopped() && improve(pool, program, pricer, progress));
}

// The tangents place the smallest chance only to the root of their own error, too coarse for a proof. Where the largest
// chance is linear in the smallest, its slope alone says where the optimum stands; at a kink the slope says nothing, but
// there the tangents are exact. Whichever costs less is right.
double settled_floor(TypedPool const& pool, Program& program, Pricer& pricer, double b, Progress const& progress) {
    double const floor = program.floor(), cost = program.objective() - program.price() + b / floor;
    double const by_slope = std::sqrt(b / program.slope());
    if (!(by_slope < 1)) return floor;
    program.touch(by_slope);
    program.fix_floor(by_slope);
    if (!program.is_solvable()) return floor;
    improve_all(pool, program, pricer, progress);
    return program.objective() < cost ? by_slope : floor;
}

}  // namespace

GoldilocksLottery goldilocks_over_panels(TypedPool const& pool, double a, double b, Reach const& reach,
                                         std::vector<WeightedPanel> const& first, Progress const& progress) {
    Program program(pool, a, b, reach);
    Pricer pricer(pool);
    for (auto const& panel : reach.panels) program.add(panel);
    for (auto const& weighted : first) program.add(weighted.panel);
    for (double s = 1; s > 1e-4; s /= 2) program.touch(s);
    bool improves = true;
    do {
        program.solve();
        double const floor = std::max(program.floor(), 1e-9), below = b / floor - program.price();
        bool const touches = below <= kTouches * b / floor;
        if (!touches) program.touch(floor);
        improves = improve(pool, program, pricer, progress) || !touches;
        progress.report({"panels for the goldilocks lottery", 0, 0, pool.type_count(), floor, 1});
    } while (improves && !progress.stopped());
    double const s = settled_floor(pool, program, pricer, b, progress);
    program.fix_floor(s);
    improve_all(pool, program, pricer, progress);
    GoldilocksLottery lottery{program.support(), {s, {}, {}}};
    program.free_floor();
    program.linearise(s);
    improve_all(pool, program, pricer, progress);
    lottery.proof.dual = program.dual();
    for (double& multiplier : lottery.proof.dual) multiplier *= kWithin;
    return lottery;
}

}  // namespace lenkwerk::sortition::engine
