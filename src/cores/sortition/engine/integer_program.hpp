#pragma once
// A small integer program, solved by CBC: for questions that are asked once (advice, replacements, an oracle in tests),
// not for pricing.
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/typed_pool.hpp"

class OsiClpSolverInterface;

namespace lenkwerk::sortition::engine {

class IntegerProgram {
public:
    using Terms = std::vector<std::pair<int, double>>;  // variable and coefficient
    static constexpr double kFree = std::numeric_limits<double>::infinity();

    IntegerProgram();
    ~IntegerProgram();

    // Returns the variable's number.
    int add_variable(double low, double high, double cost);
    void add_row(Terms const& terms, double low, double high);

    // The cheapest integer point; nothing where there is none, or where the work was ended before it was found.
    std::optional<std::vector<double>> minimise(Progress const& progress = {}) const;

private:
    std::unique_ptr<OsiClpSolverInterface> solver_;
};

struct Box {
    double low = 0, high = 0;
};

// The panel of largest weight, by CBC alone: where our own branch and bound does not decide, and what tests check it
// against. `boxes`, where given, replace the pool's bounds: of the types, the rows, and last the size. Ended early: nothing.
std::optional<Panel> best_panel_by_cbc(TypedPool const& pool, std::span<double const> weights,
                                       std::span<Box const> boxes = {}, Progress const& progress = {});

}  // namespace lenkwerk::sortition::engine
