#pragma once
// The equations of a pool, solved for a basis: every basic variable as a linear function of those that rest at a bound.
// Dense, because a pool has few rows and each type is in a row of every feature.
#include <cstddef>
#include <span>
#include <vector>

#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::engine {

// Variables 0 … types−1 are the counts; types … types+rows−1 the sums of the pool's rows, the last being the panel's size.
class Tableau {
public:
    explicit Tableau(TypedPool const& pool);

    int types() const { return types_; }
    int rows() const { return rows_; }
    // Resting variables that are still in the tableau; the entry behind the last column is the constant.
    int columns() const { return columns_; }
    int variables() const { return types_ + rows_; }

    double* row(int i) { return entries_.data() + index(i) * index(columns_ + 1); }
    double const* row(int i) const { return entries_.data() + index(i) * index(columns_ + 1); }
    std::vector<double>& cost() { return cost_; }  // change of the objective per unit, by column
    std::vector<double> const& cost() const { return cost_; }

    int in_row(int i) const { return in_row_[index(i)]; }
    int in_column(int i) const { return in_column_[index(i)]; }
    bool is_basic(int variable) const { return place_[index(variable)] < 0; }
    int row_of(int variable) const { return -1 - place_[index(variable)]; }  // of a basic one
    int column_of(int variable) const { return place_[index(variable)]; }    // of another; dropped: no column
    bool is_dropped(int variable) const { return place_[index(variable)] >= columns_; }

    // One weight a type: the objective in terms of the resting variables.
    void set_weights(std::span<double const> weights);
    // Exchanges the basic variable of a row with the one that rests in a column.
    void pivot(int leaving, int column);
    int pivots() const { return pivots_; }  // since the tableau was computed from the pool

    // Computes the tableau from the pool for the present basis, against drift. Not after drop().
    void refactor(std::span<double const> weights);
    // Keeps the columns named, ascending; the others, resting at rest[column], become part of the constant.
    void drop(std::vector<int> const& kept, std::vector<double> const& rest);
    bool is_whole() const { return columns_ == types_; }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    void reset();
    int best_row_for(int column, std::vector<bool> const& stays) const;

    TypedPool const* pool_;
    int types_, rows_, columns_;
    std::vector<double> entries_, cost_;
    std::vector<int> in_row_, in_column_;
    std::vector<int> place_;  // column ≥ 0, or −1 − row
    int pivots_ = 0;
};

}  // namespace lenkwerk::sortition::engine
