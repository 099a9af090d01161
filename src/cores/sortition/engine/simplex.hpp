#pragma once
// A dual simplex on a dense tableau for the small linear programs of pricing: max w·x over counts and row sums in boxes.
// Why not a library: a pool has few rows (quotas) and every variable is boxed, so any basis can be made dual feasible by
// choosing bounds, and one pivot costs rows × types operations; a general solver spends a hundred times that per call.
#include <span>
#include <vector>

#include "cores/sortition/engine/tableau.hpp"

namespace lenkwerk::sortition::engine {

// Variables as in the tableau: counts of the types, then the sums of the rows, the last being the panel's size.
class Simplex {
public:
    // stalled: the limit of rounds is reached; nothing is known but that objective() bounds the optimum.
    enum class State { optimal, infeasible, cut_off, stalled };

    // `feasible`: how far a basic variable may lie outside its box.
    explicit Simplex(TypedPool const& pool, double feasible = 1e-9);

    // One weight a type. The basis stays; the next solve starts from it.
    void set_weights(std::span<double const> weights);
    // Bounds of a variable; the nonbasic one follows its bound.
    void set_bounds(int variable, double low, double high);
    // Bounded-flipping dual simplex (Maros 2003). Stops with cut_off as soon as the optimum is known to be ≤ `cutoff`.
    State solve(double cutoff);

    // After infeasible: one multiplier a variable; the multipliers' sum over any solution of the equations is 0, yet over
    // the boxes it is positive everywhere (Farkas).
    std::vector<double> contradiction() const;

    double objective() const { return objective_; }
    double value(int variable) const;
    double low(int variable) const { return low_[index(variable)]; }
    double high(int variable) const { return high_[index(variable)]; }
    bool is_basic(int variable) const { return tableau_.is_basic(variable); }
    int variables() const { return tableau_.variables(); }
    int types() const { return tableau_.types(); }
    // Resting counts whose unit change cannot bring the objective above `cutoff` are fixed where they are.
    void fix_by_reduced_cost(double cutoff);
    // Moves fixed columns into the constant: what remains is as small as the open question.
    void drop_fixed();
    // Recomputes the tableau from the pool for the present basis, against drift. Not after drop_fixed.
    void refactor();

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    void rest_at_bounds();
    void recompute();
    void sum_objective();
    void move(int column, double to);
    double outside(int row) const;
    int worst_row() const;
    int entering(int leaving, double sign, double violation);
    void collect_breakpoints(int leaving, double sign);
    void step(int leaving, int column, bool above);

    Tableau tableau_;
    double feasible_;
    std::vector<double> low_, high_, weight_;
    std::vector<double> rest_;   // value of the variable that rests in each column; 1 for the constant
    std::vector<double> basic_;  // value of the basic variable of each row
    std::vector<std::pair<double, int>> breakpoints_;
    double objective_ = 0;
    int contradiction_ = -1;
    bool above_ = false;
};

// Numbers in [0, 1) without ties, always the same: where many weights are equal, a little of them keeps the simplex from
// turning in circles.
std::vector<double> tie_breaks(std::size_t count);

}  // namespace lenkwerk::sortition::engine
