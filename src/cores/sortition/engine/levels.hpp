#pragma once
// LEXIMIN level by level over panels, by column generation: the general method, exact also where the relaxation is not.
#include <algorithm>

#include "cores/sortition/engine/columns.hpp"
#include "cores/sortition/engine/master.hpp"
#include "cores/sortition/engine/realise.hpp"

namespace lenkwerk::sortition::engine {

class Levels {
public:
    // `reach` holds first panels for every type that is in any. Where it is incomplete, only best_so_far can be asked: who
    // may be in no panel is in no step then, and not open either.
    Levels(TypedPool const& pool, Reach const& reach, std::vector<WeightedPanel> const& first,
           Progress const& progress);

    // Settles so many levels of a positive value; 0: all.
    Solution run(int levels);
    // The best over the panels that are there: nothing is settled. `dual` bounds the smallest chance; empty: the master's.
    Solution best_so_far(std::vector<double> dual);

private:
    void settle_at_nothing(std::vector<char> const& unreachable);
    void leave_open(std::vector<char> const& unknown);
    double raise_floor();
    std::vector<char> saturated(double floor);
    bool drop_risen(std::vector<char>& wanted, double floor);
    std::vector<double> proof_of(std::vector<char>& members, double floor);
    void settle(std::vector<char> const& members, double floor);
    int open() const { return static_cast<int>(std::count(settled_.begin(), settled_.end(), false)); }
    void report(double floor) const;
    Solution finish();

    TypedPool const& pool_;
    Progress const& progress_;
    Columns columns_;
    Master master_;
    Solution solution_;
    std::vector<char> settled_;
    std::vector<double> floor_dual_;  // of the last common floor
    std::vector<double> highest_;     // chance seen while the present level was saturated
    int surely_tight_ = -1;           // the open type with the largest multiplier
    double bound_ = 1;
};

// Whether panels can realise these chances, and how: maximises the share of them that panels give.
Realised realise(TypedPool const& pool, std::vector<double> const& chances, std::vector<WeightedPanel> const& first,
                 Progress const& progress);

}  // namespace lenkwerk::sortition::engine
