#include "cores/sortition/engine/simplex.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lenkwerk::sortition::engine {
namespace {

constexpr double feasible_ = 1e-10;  // how far a basic variable may lie outside its box
constexpr double kPivot = 1e-7;      // smallest pivot element
constexpr double kZero = 1e-12;      // tableau entries below are dust of cancellation
constexpr int kRefactorAfter = 400;  // pivots until the tableau is computed anew

// The kernel of a pivot. A loop of its own so that the compiler may vectorise it.
void add_multiple(double* to, double const* from, double factor, int count) {
    for (int i = 0; i < count; ++i) to[i] += factor * from[i];
}

}  // namespace

Simplex::Simplex(TypedPool const& pool, double feasible)
    : pool_(&pool),
      feasible_(feasible),
      types_(pool.type_count()),
      rows_(pool.row_count() + 1),
      columns_(types_),
      stride_(types_ + 1),
      weight_(pool.types.size()) {
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
    basic_.resize(index(rows_));
    in_row_.resize(index(rows_));
    place_.resize(low_.size());
    reset_table();
    recompute();
}

// Every row sum is basic, every count rests at its lower bound: the tableau is the matrix itself.
void Simplex::reset_table() {
    columns_ = types_;
    stride_ = types_ + 1;
    table_.assign(index(rows_) * index(stride_), 0.0);
    cost_.assign(index(stride_), 0.0);
    rest_.assign(index(stride_), 0.0);
    in_column_.resize(index(types_));
    rest_.back() = 1;
    for (int type = 0; type < types_; ++type) {
        for (int const r : pool_->types[index(type)].rows) row(r)[type] = 1;
        row(rows_ - 1)[type] = 1;
        in_column_[index(type)] = place_[index(type)] = type;
        rest_[index(type)] = low_[index(type)];
        cost_[index(type)] = weight_[index(type)];
    }
    for (int r = 0; r < rows_; ++r) {
        in_row_[index(r)] = types_ + r;
        place_[index(types_ + r)] = -1 - r;
    }
    pivots_ = 0;
}

void Simplex::refactor() {
    auto const wanted = in_row_;
    reset_table();
    std::vector<bool> stays(low_.size());
    for (int const variable : wanted) stays[index(variable)] = true;
    for (int const variable : wanted) {
        if (place_[index(variable)] < 0) continue;
        int const column = place_[index(variable)];
        int best = -1;
        for (int r = 0; r < rows_; ++r) {
            if (stays[index(in_row_[index(r)])]) continue;
            if (best < 0 || std::abs(row(r)[column]) > std::abs(row(best)[column])) best = r;
        }
        if (best >= 0 && std::abs(row(best)[column]) > kPivot) pivot(best, column);
    }
    pivots_ = 0;
    rest_at_bounds();
    recompute();
}

void Simplex::set_weights(std::span<double const> weights) {
    std::ranges::copy(weights, weight_.begin());
    auto const weight_of = [&](int variable) { return variable < types_ ? weight_[index(variable)] : 0.0; };
    for (int c = 0; c < columns_; ++c) cost_[index(c)] = weight_of(in_column_[index(c)]);
    cost_.back() = 0;
    for (int r = 0; r < rows_; ++r) {
        double const weight = weight_of(in_row_[index(r)]);
        if (weight != 0) add_multiple(cost_.data(), row(r), weight, stride_);
    }
    rest_at_bounds();
    recompute();
}

// Dual feasibility by choice of bounds: what pays rests high, what costs rests low.
void Simplex::rest_at_bounds() {
    for (int c = 0; c < columns_; ++c) {
        auto const variable = index(in_column_[index(c)]);
        double const cost = cost_[index(c)];
        if (cost > 0)
            rest_[index(c)] = high_[variable];
        else if (cost < 0)
            rest_[index(c)] = low_[variable];
        else if (rest_[index(c)] != low_[variable])
            rest_[index(c)] = high_[variable];  // no cost: stays
    }
}

void Simplex::recompute() {
    for (int r = 0; r < rows_; ++r) {
        double sum = 0;
        double const* entries = row(r);
        for (int c = 0; c <= columns_; ++c) sum += entries[c] * rest_[index(c)];
        basic_[index(r)] = sum;
    }
    objective_ = 0;
    for (int c = 0; c <= columns_; ++c) objective_ += cost_[index(c)] * rest_[index(c)];
}

void Simplex::set_bounds(int variable, double low, double high) {
    int const column = place_[index(variable)];
    double const highest = high_[index(variable)];
    low_[index(variable)] = low;
    high_[index(variable)] = high;
    if (column < 0 || column >= columns_) return;
    double const cost = cost_[index(column)];
    double const now = rest_[index(column)];
    double const next = cost > 0 || (cost == 0 && now == highest) ? high : low;
    if (next == now) return;
    for (int r = 0; r < rows_; ++r) basic_[index(r)] += row(r)[column] * (next - now);
    objective_ += cost * (next - now);
    rest_[index(column)] = next;
}

double Simplex::value(int variable) const {
    int const place = place_[index(variable)];
    if (place < 0) return basic_[index(-1 - place)];
    return place < columns_ ? rest_[index(place)] : low_[index(variable)];
}

double Simplex::reduced_cost(int variable) const {
    int const place = place_[index(variable)];
    return place >= 0 && place < columns_ ? cost_[index(place)] : 0.0;
}

int Simplex::worst_row() const {
    int worst = -1;
    double most = feasible_;
    for (int r = 0; r < rows_; ++r) {
        auto const variable = index(in_row_[index(r)]);
        double const outside = std::max(basic_[index(r)] - high_[variable], low_[variable] - basic_[index(r)]);
        if (outside > most) {
            most = outside;
            worst = r;
        }
    }
    return worst;
}

// The dual ratio test: breakpoints in ascending order are flipped to their other bound while that alone does not yet
// repair the violation; the one that would is the entering column. −1: nothing repairs it, the bounds contradict.
int Simplex::entering(int leaving, double sign, double violation) {
    breakpoints_.clear();
    double const* entries = row(leaving);
    for (int c = 0; c < columns_; ++c) {
        auto const variable = index(in_column_[index(c)]);
        double const entry = sign * entries[c];
        if (std::abs(entry) < kPivot || low_[variable] == high_[variable]) continue;
        bool const rests_high = rest_[index(c)] == high_[variable];
        if (rests_high == (entry > 0)) breakpoints_.emplace_back(std::max(0.0, cost_[index(c)] / entry), c);
    }
    std::ranges::make_heap(breakpoints_, std::greater{});
    auto end = breakpoints_.end();
    int last = -1;
    while (end != breakpoints_.begin()) {
        std::ranges::pop_heap(breakpoints_.begin(), end, std::greater{});
        int const column = (--end)->second;
        if (last >= 0) flip(last);
        auto const variable = index(in_column_[index(last = column)]);
        violation -= std::abs(entries[column]) * (high_[variable] - low_[variable]);
        if (violation <= feasible_) return column;
    }
    return -1;
}

void Simplex::flip(int column) {
    auto const variable = index(in_column_[index(column)]);
    double const next = rest_[index(column)] == high_[variable] ? low_[variable] : high_[variable];
    double const change = next - rest_[index(column)];
    for (int r = 0; r < rows_; ++r) basic_[index(r)] += row(r)[column] * change;
    rest_[index(column)] = next;
}

// Exchanges basic and nonbasic; values are not touched.
void Simplex::pivot(int leaving, int column) {
    double* pivots = row(leaving);
    double const inverse = 1 / pivots[column];
    for (int c = 0; c < stride_; ++c) pivots[c] *= -inverse;
    pivots[column] = inverse;
    auto const eliminate = [&](double* entries) {
        double const factor = entries[column];
        if (std::abs(factor) < kZero) {
            entries[column] = 0;
            return;
        }
        entries[column] = 0;
        add_multiple(entries, pivots, factor, stride_);
    };
    for (int r = 0; r < rows_; ++r) {
        if (r != leaving) eliminate(row(r));
    }
    eliminate(cost_.data());
    std::swap(in_row_[index(leaving)], in_column_[index(column)]);
    place_[index(in_row_[index(leaving)])] = -1 - leaving;
    place_[index(in_column_[index(column)])] = column;
    ++pivots_;
}

void Simplex::step(int leaving, int column, bool above) {
    auto const variable = index(in_row_[index(leaving)]);
    double const bound = above ? high_[variable] : low_[variable];
    double const change = (bound - basic_[index(leaving)]) / row(leaving)[column];
    for (int r = 0; r < rows_; ++r) basic_[index(r)] += row(r)[column] * change;
    double const entered = rest_[index(column)] + change;
    pivot(leaving, column);
    basic_[index(leaving)] = entered;
    rest_[index(column)] = bound;
}

Simplex::State Simplex::solve(double cutoff) {
    int const limit = 200 + 20 * (rows_ + columns_);
    for (int round = 0; round < limit; ++round) {
        if (pivots_ > kRefactorAfter && !dropped_) refactor();
        objective_ = 0;
        for (int c = 0; c <= columns_; ++c) objective_ += cost_[index(c)] * rest_[index(c)];
        if (objective_ <= cutoff) return State::cut_off;
        int const leaving = worst_row();
        if (leaving < 0) return State::optimal;
        auto const variable = index(in_row_[index(leaving)]);
        bool const above = basic_[index(leaving)] > high_[variable];
        double const violation =
            above ? basic_[index(leaving)] - high_[variable] : low_[variable] - basic_[index(leaving)];
        int const column = entering(leaving, above ? 1.0 : -1.0, violation);
        if (column < 0) {
            contradiction_ = leaving;
            above_ = above;
            return State::infeasible;
        }
        step(leaving, column, above);
    }
    return State::stalled;
}

std::vector<double> Simplex::contradiction() const {
    std::vector<double> multipliers(low_.size());
    double const sign = above_ ? 1.0 : -1.0;
    for (int c = 0; c < columns_; ++c) {
        multipliers[index(in_column_[index(c)])] = sign * row(contradiction_)[c];
    }
    multipliers[index(in_row_[index(contradiction_)])] = -sign;
    for (double& multiplier : multipliers) {
        if (std::abs(multiplier) < kPivot) multiplier = 0;
    }
    return multipliers;
}

void Simplex::fix_by_reduced_cost(double cutoff) {
    double const room = objective_ - cutoff;
    for (int c = 0; c < columns_; ++c) {
        int const variable = in_column_[index(c)];
        if (variable >= types_ || std::abs(cost_[index(c)]) <= room) continue;
        low_[index(variable)] = high_[index(variable)] = rest_[index(c)];
    }
}

void Simplex::drop_fixed() {
    std::vector<int> keep;
    for (int c = 0; c < columns_; ++c) {
        auto const variable = index(in_column_[index(c)]);
        if (low_[variable] != high_[variable]) keep.push_back(c);
    }
    int const stride = static_cast<int>(keep.size()) + 1;
    auto const shrink = [&](double const* from, double* to) {
        double constant = 0;
        for (int c = 0; c <= columns_; ++c) constant += from[c] * rest_[index(c)];
        for (int c = 0; c + 1 < stride; ++c) {
            constant -= from[keep[index(c)]] * rest_[index(keep[index(c)])];
            to[c] = from[keep[index(c)]];
        }
        to[stride - 1] = constant;
    };
    std::vector<double> table(index(rows_) * index(stride));
    for (int r = 0; r < rows_; ++r) shrink(row(r), table.data() + index(r) * index(stride));
    std::vector<double> cost(index(stride));
    shrink(cost_.data(), cost.data());
    for (int c = 0; c < columns_; ++c) place_[index(in_column_[index(c)])] = columns_;  // outside: fixed
    for (int c = 0; c + 1 < stride; ++c) {
        int const from = keep[index(c)];
        in_column_[index(c)] = in_column_[index(from)];
        rest_[index(c)] = rest_[index(from)];
        place_[index(in_column_[index(c)])] = c;
    }
    columns_ = stride - 1;
    stride_ = stride;
    in_column_.resize(index(columns_));
    rest_.resize(index(stride));
    rest_.back() = 1;
    for (auto& place : place_) {
        if (place >= columns_) place = columns_;
    }
    table_ = std::move(table);
    cost_ = std::move(cost);
    dropped_ = true;
}

}  // namespace lenkwerk::sortition::engine
