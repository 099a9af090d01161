#pragma once
// LEXIMIN level by level over panels, by column generation: the general method, exact also where the relaxation is not.
#include "cores/sortition/engine/leximin.hpp"
#include "cores/sortition/engine/master.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {

class Levels {
public:
    // `reach` holds first panels for every type that is in any.
    Levels(TypedPool const& pool, Reach const& reach, std::vector<WeightedPanel> const& first,
           Progress const& progress);

    Solution run(int levels);

private:
    bool improve();
    double raise_floor();
    std::vector<char> saturated(double floor);
    bool drop_risen(std::vector<char>& wanted, double floor) const;
    void settle(std::vector<char> const& members, double floor);
    Solution finish();

    TypedPool const& pool_;
    Progress const& progress_;
    Pricer pricer_;
    Master master_;
    Solution solution_;
    std::vector<char> settled_;
    int surely_tight_ = -1;  // the open type with the largest multiplier
    double bound_ = 1;
};

// Whether the panels can realise these chances, and how: maximises the share of them that panels give.
std::optional<std::vector<WeightedPanel>> realise(TypedPool const& pool, std::vector<double> const& chances,
                                                  std::vector<WeightedPanel> const& first, Progress const& progress);

}  // namespace lenkwerk::sortition::engine
