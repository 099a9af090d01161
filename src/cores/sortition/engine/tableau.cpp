#include "cores/sortition/engine/tableau.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kPivot = 1e-7;  // smallest pivot element
constexpr double kZero = 1e-12;  // entries below are dust of cancellation

// The kernel of a pivot. A loop of its own so that the compiler may vectorise it.
void add_multiple(double* to, double const* from, double factor, int count) {
    for (int i = 0; i < count; ++i) to[i] += factor * from[i];
}

}  // namespace

Tableau::Tableau(TypedPool const& pool)
    : pool_(&pool), types_(pool.type_count()), rows_(pool.row_count() + 1), columns_(types_) {
    in_row_.resize(index(rows_));
    place_.resize(index(types_ + rows_));
    reset();
}

// Every row sum is basic, every count rests: the tableau is the matrix itself.
void Tableau::reset() {
    columns_ = types_;
    entries_.assign(index(rows_) * index(columns_ + 1), 0.0);
    cost_.assign(index(columns_ + 1), 0.0);
    in_column_.resize(index(types_));
    for (int type = 0; type < types_; ++type) {
        for (int const r : pool_->types[index(type)].rows) row(r)[type] = 1;
        row(rows_ - 1)[type] = 1;
        in_column_[index(type)] = place_[index(type)] = type;
    }
    for (int r = 0; r < rows_; ++r) {
        in_row_[index(r)] = types_ + r;
        place_[index(types_ + r)] = -1 - r;
    }
    pivots_ = 0;
}

void Tableau::set_weights(std::span<double const> weights) {
    auto const weight_of = [&](int variable) { return variable < types_ ? weights[index(variable)] : 0.0; };
    for (int c = 0; c < columns_; ++c) cost_[index(c)] = weight_of(in_column(c));
    cost_.back() = 0;
    for (int r = 0; r < rows_; ++r) {
        double const weight = weight_of(in_row(r));
        if (weight != 0) add_multiple(cost_.data(), row(r), weight, columns_ + 1);
    }
}

void Tableau::pivot(int leaving, int column) {
    double* pivots = row(leaving);
    double const inverse = 1 / pivots[column];
    for (int c = 0; c <= columns_; ++c) pivots[c] *= -inverse;
    pivots[column] = inverse;
    auto const eliminate = [&](double* entries) {
        double const factor = std::exchange(entries[column], 0.0);
        if (std::abs(factor) >= kZero) add_multiple(entries, pivots, factor, columns_ + 1);
    };
    for (int r = 0; r < rows_; ++r) {
        if (r != leaving) eliminate(row(r));
    }
    eliminate(cost_.data());
    std::swap(in_row_[index(leaving)], in_column_[index(column)]);
    place_[index(in_row(leaving))] = -1 - leaving;
    place_[index(in_column(column))] = column;
    ++pivots_;
}

void Tableau::refactor(std::span<double const> weights) {
    auto const wanted = in_row_;
    reset();
    std::vector<bool> stays(place_.size());
    for (int const variable : wanted) stays[index(variable)] = true;
    for (int const variable : wanted) {
        if (is_basic(variable)) continue;
        int const column = column_of(variable), best = best_row_for(column, stays);
        if (best >= 0 && std::abs(row(best)[column]) > kPivot) pivot(best, column);
    }
    set_weights(weights);
    pivots_ = 0;
}

int Tableau::best_row_for(int column, std::vector<bool> const& stays) const {
    int best = -1;
    for (int r = 0; r < rows_; ++r) {
        if (stays[index(in_row(r))]) continue;
        if (best < 0 || std::abs(row(r)[column]) > std::abs(row(best)[column])) best = r;
    }
    return best;
}

void Tableau::drop(std::vector<int> const& kept, std::vector<double> const& rest) {
    std::size_t const width = kept.size() + 1;
    auto const shrink = [&](double const* from, double* to) {
        double constant = from[columns_];
        for (int c = 0; c < columns_; ++c) constant += from[c] * rest[index(c)];
        for (std::size_t c = 0; c < kept.size(); ++c) {
            to[c] = from[kept[c]];
            constant -= to[c] * rest[index(kept[c])];
        }
        to[kept.size()] = constant;
    };
    std::vector<double> entries(index(rows_) * width), cost(width);
    for (int r = 0; r < rows_; ++r) shrink(row(r), entries.data() + index(r) * width);
    shrink(cost_.data(), cost.data());
    for (int const variable : in_column_) place_[index(variable)] = types_;  // beyond every column: dropped
    std::vector<int> in_column;
    for (int const c : kept) {
        place_[index(this->in_column(c))] = static_cast<int>(in_column.size());
        in_column.push_back(this->in_column(c));
    }
    in_column_ = std::move(in_column);
    columns_ = static_cast<int>(kept.size());
    entries_ = std::move(entries);
    cost_ = std::move(cost);
}

}  // namespace lenkwerk::sortition::engine
