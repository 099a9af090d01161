#include "cores/sortition/engine/simplex.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kPivot = 1e-7;      // smallest pivot element
constexpr int kRefactorAfter = 400;  // pivots until the tableau is computed anew

}  // namespace

std::vector<double> tie_breaks(std::size_t count) {
    std::vector<double> result;
    std::uint64_t state = 1;
    while (result.size() < count) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        result.push_back(static_cast<double>(state >> 40) / (1 << 24));
    }
    return result;
}

Simplex::Simplex(TypedPool const& pool, double feasible)
    : tableau_(pool), feasible_(feasible), weight_(pool.types.size()), basic_(index(tableau_.rows())) {
    for (auto const& type : pool.types) {
        low_.push_back(0);
        high_.push_back(type.most);
    }
    for (auto const& bounds : pool.rows) {
        low_.push_back(bounds.min);
        high_.push_back(bounds.max);
    }
    low_.push_back(pool.size);
    high_.push_back(pool.size);
    rest_.assign(index(types() + 1), 0.0);
    rest_.back() = 1;
    recompute();
}

void Simplex::refactor() {
    tableau_.refactor(weight_);
    for (int c = 0; c < tableau_.columns(); ++c) rest_[index(c)] = low_[index(tableau_.in_column(c))];
    rest_at_bounds();
    recompute();
}

void Simplex::set_weights(std::span<double const> weights) {
    std::ranges::copy(weights, weight_.begin());
    tableau_.set_weights(weight_);
    rest_at_bounds();
    recompute();
}

// Dual feasibility by choice of bounds: what pays rests high, what costs rests low, what does neither stays.
void Simplex::rest_at_bounds() {
    for (int c = 0; c < tableau_.columns(); ++c) {
        auto const variable = index(tableau_.in_column(c));
        double const cost = tableau_.cost()[index(c)];
        bool const high = cost > 0 || (cost == 0 && rest_[index(c)] != low_[variable]);
        rest_[index(c)] = high ? high_[variable] : low_[variable];
    }
}

void Simplex::recompute() {
    for (int r = 0; r < tableau_.rows(); ++r) {
        double sum = 0;
        double const* entries = tableau_.row(r);
        for (int c = 0; c <= tableau_.columns(); ++c) sum += entries[c] * rest_[index(c)];
        basic_[index(r)] = sum;
    }
    sum_objective();
}

void Simplex::sum_objective() {
    objective_ = 0;
    for (int c = 0; c <= tableau_.columns(); ++c) objective_ += tableau_.cost()[index(c)] * rest_[index(c)];
}

// The resting variable of a column takes another value; the basic ones follow.
void Simplex::move(int column, double to) {
    double const change = to - rest_[index(column)];
    for (int r = 0; r < tableau_.rows(); ++r) basic_[index(r)] += tableau_.row(r)[column] * change;
    rest_[index(column)] = to;
}

void Simplex::set_bounds(int variable, double low, double high) {
    double const highest = std::exchange(high_[index(variable)], high);
    low_[index(variable)] = low;
    if (is_basic(variable) || tableau_.is_dropped(variable)) return;
    int const column = tableau_.column_of(variable);
    double const cost = tableau_.cost()[index(column)], now = rest_[index(column)];
    double const next = cost > 0 || (cost == 0 && now == highest) ? high : low;
    if (next == now) return;
    objective_ += cost * (next - now);
    move(column, next);
}

double Simplex::value(int variable) const {
    if (is_basic(variable)) return basic_[index(tableau_.row_of(variable))];
    return tableau_.is_dropped(variable) ? low_[index(variable)] : rest_[index(tableau_.column_of(variable))];
}

// By how much the basic variable of a row is above its box (> 0) or below it (< 0).
double Simplex::outside(int row) const {
    auto const variable = index(tableau_.in_row(row));
    double const value = basic_[index(row)];
    return value > high_[variable] ? value - high_[variable] : std::min(0.0, value - low_[variable]);
}

int Simplex::worst_row() const {
    int worst = -1;
    double most = feasible_;
    for (int r = 0; r < tableau_.rows(); ++r) {
        double const by = std::abs(outside(r));
        if (by <= most) continue;
        most = by;
        worst = r;
    }
    return worst;
}

void Simplex::collect_breakpoints(int leaving, double sign) {
    breakpoints_.clear();
    double const* entries = tableau_.row(leaving);
    for (int c = 0; c < tableau_.columns(); ++c) {
        auto const variable = index(tableau_.in_column(c));
        double const entry = sign * entries[c];
        if (std::abs(entry) < kPivot || low_[variable] == high_[variable]) continue;
        bool const rests_high = rest_[index(c)] == high_[variable];
        if (rests_high == (entry > 0)) breakpoints_.emplace_back(std::max(0.0, tableau_.cost()[index(c)] / entry), c);
    }
    std::ranges::make_heap(breakpoints_, std::greater{});
}

// The dual ratio test: breakpoints in ascending order are flipped to their other bound while that alone does not yet
// repair the violation; the one that would is the entering column. −1: nothing repairs it, the bounds contradict.
int Simplex::entering(int leaving, double sign, double violation) {
    collect_breakpoints(leaving, sign);
    auto end = breakpoints_.end();
    int last = -1;
    while (end != breakpoints_.begin()) {
        std::ranges::pop_heap(breakpoints_.begin(), end, std::greater{});
        int const column = (--end)->second;
        if (last >= 0) {
            auto const flipped = index(tableau_.in_column(last));
            move(last, rest_[index(last)] == high_[flipped] ? low_[flipped] : high_[flipped]);
        }
        auto const variable = index(tableau_.in_column(last = column));
        violation -= std::abs(tableau_.row(leaving)[column]) * (high_[variable] - low_[variable]);
        if (violation <= feasible_) return column;
    }
    return -1;
}

void Simplex::step(int leaving, int column, bool above) {
    auto const variable = index(tableau_.in_row(leaving));
    double const bound = above ? high_[variable] : low_[variable];
    double const change = (bound - basic_[index(leaving)]) / tableau_.row(leaving)[column];
    move(column, rest_[index(column)] + change);
    double const entered = rest_[index(column)];
    tableau_.pivot(leaving, column);
    basic_[index(leaving)] = entered;
    rest_[index(column)] = bound;
}

Simplex::State Simplex::solve(double cutoff) {
    int const limit = 200 + 20 * (tableau_.rows() + tableau_.columns());
    for (int round = 0; round < limit; ++round) {
        if (tableau_.pivots() > kRefactorAfter && tableau_.is_whole()) refactor();
        sum_objective();
        if (objective_ <= cutoff) return State::cut_off;
        int const leaving = worst_row();
        if (leaving < 0) return State::optimal;
        double const by = outside(leaving);
        int const column = entering(leaving, by > 0 ? 1.0 : -1.0, std::abs(by));
        if (column < 0) {
            contradiction_ = leaving;
            above_ = by > 0;
            return State::infeasible;
        }
        step(leaving, column, by > 0);
    }
    return State::stalled;
}

std::vector<double> Simplex::contradiction() const {
    std::vector<double> multipliers(low_.size());
    double const sign = above_ ? 1.0 : -1.0;
    for (int c = 0; c < tableau_.columns(); ++c) {
        multipliers[index(tableau_.in_column(c))] = sign * tableau_.row(contradiction_)[c];
    }
    multipliers[index(tableau_.in_row(contradiction_))] = -sign;
    for (double& multiplier : multipliers) {
        if (std::abs(multiplier) < kPivot) multiplier = 0;
    }
    return multipliers;
}

void Simplex::fix_by_reduced_cost(double cutoff) {
    double const room = objective_ - cutoff;
    for (int c = 0; c < tableau_.columns(); ++c) {
        int const variable = tableau_.in_column(c);
        if (variable >= types() || std::abs(tableau_.cost()[index(c)]) <= room) continue;
        low_[index(variable)] = high_[index(variable)] = rest_[index(c)];
    }
}

void Simplex::drop_fixed() {
    std::vector<int> kept;
    std::vector<double> rest;
    for (int c = 0; c < tableau_.columns(); ++c) {
        auto const variable = index(tableau_.in_column(c));
        if (low_[variable] == high_[variable]) continue;
        kept.push_back(c);
        rest.push_back(rest_[index(c)]);
    }
    tableau_.drop(kept, rest_);
    rest.push_back(1);
    rest_ = std::move(rest);
}

}  // namespace lenkwerk::sortition::engine
