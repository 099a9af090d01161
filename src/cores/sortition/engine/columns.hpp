#pragma once
// Where new panels come from while a master program is solved.
// Where branch and bound takes long to find any panel at all, exchanges of single seats in panels that the master uses, which
// lie just at the threshold, often find one. As a rule they are worse columns than branch and bound's, so they come second.
// Each round asks twice: for the master's multipliers as they are, which proves or improves, and for multipliers that
// remember the rounds before (Wentges 1997), which jump about less and so find panels that stay useful. Both questions are
// asked whatever number of threads answers them: the result does not depend on it.
#include "cores/sortition/engine/master.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {

class Columns {
public:
    Columns(TypedPool const& pool, Progress const& progress);

    // Adds panels that improve the master's solution. False: proven that there is none, or asked to end early.
    bool improve(Master& master);
    // By how much the master's objective can still grow at most; infinite where the last round proved nothing.
    double room() const { return room_; }

private:
    bool exchange(Master& master, std::vector<double> const& weights, double floor);
    Answer ask_both(std::vector<double> const& weights, double floor, Panel& remembered);

    TypedPool const& pool_;
    Progress const& progress_;
    Pricer exact_, remembering_;
    std::vector<double> memory_;
    double room_ = 1;
    std::size_t turn_ = 0;  // at which panel the next exchanges begin
};

}  // namespace lenkwerk::sortition::engine
