#pragma once
// The master program over the panels found so far: which weights give everybody the most.
// One model for the whole run, so that every solve starts from the basis of the last one.
#include <memory>

#include "cores/sortition/typed_pool.hpp"

class ClpSimplex;

namespace lenkwerk::sortition::engine {

class Master {
public:
    // The common floor counts `shares[t]` times for type t: 1 for LEXIMIN, the wanted chance where a lottery is to be realised.
    Master(TypedPool const& pool, std::vector<double> const& shares);
    ~Master();

    void add(Panel const& panel);
    std::vector<Panel> const& panels() const { return panels_; }

    // From now on `type` needs a chance of at least `value`; before, it needs at least the common floor z.
    void fix(int type, double value);
    // The floor of a type that is not fixed does not hold from now on, until it is held again.
    void free(int type);
    void hold(int type);
    // From now on a chance may lie below its floor, at `price` for each unit: so no multiplier exceeds the price. Only for
    // raise_sum.
    void allow_shortfalls(double price);

    // Maximises the common floor z of all types that are not fixed.
    void raise_floor();
    // Keeps the floor at `floor` and maximises the sum of the chances of the `wanted` types.
    void raise_sum(double floor, std::vector<char> const& wanted);

    double objective() const;
    std::vector<double> chances() const;
    std::vector<WeightedPanel> support() const;
    // One multiplier ≥ 0 a type; for raise_sum the wanted types' objective is included: dual + 1.
    std::vector<double> multipliers() const;
    // What a panel has to exceed, weighted by multipliers / people, to improve the solution.
    double threshold() const;
    long iterations() const { return iterations_; }

private:
    bool solves();
    bool is_solved() const;
    bool gives_way();
    int column_of(int panel) const { return 1 + pool_->type_count() + panel; }

    TypedPool const* pool_;
    std::unique_ptr<ClpSimplex> model_;
    std::vector<Panel> panels_;
    std::vector<std::pair<int, double>> fixed_;
    double slack_ = 0;          // by which the fixed chances have given way
    std::vector<char> wanted_;  // empty while the floor is raised
    long iterations_ = 0;
};

}  // namespace lenkwerk::sortition::engine
