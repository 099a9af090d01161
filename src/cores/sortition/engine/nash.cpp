#include "cores/sortition/engine/nash.hpp"

#include "cores/sortition/engine/decompose.hpp"
#include "cores/sortition/engine/nash_over_panels.hpp"
#include "cores/sortition/engine/realise.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kRealised = 1e-8;  // what a decomposition may leave over and still count as complete

}  // namespace

std::optional<Solution> nash(TypedPool const& pool, Progress const& progress) {
    auto const reach = reach_of(pool, progress);
    if (reach.panels.empty()) return std::nullopt;
    auto const reachable = without_unreachable(pool, reach);
    Decomposition decomposed;
    if (reach.complete) decomposed = decompose(reachable, relaxed_nash(reachable), progress);
    bool const sufficed = decomposed.left <= kRealised;
    if (!sufficed) {
        for (auto const& panel : reach.panels) decomposed.panels.push_back({panel, 0});
        decomposed.panels = nash_over_panels(reachable, decomposed.panels, progress);
    }
    Solution solution = solution_of(pool, std::move(decomposed.panels));
    solution.relaxation_sufficed = sufficed;
    if (auto none = unreachable_step(reach)) solution.steps.push_back(std::move(*none));
    solution.stopped = progress.stopped() && !sufficed;
    if (solution.stopped) solution.open = open_step(solution.chances);
    return solution;
}

}  // namespace lenkwerk::sortition::engine
