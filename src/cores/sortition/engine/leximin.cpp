#include "cores/sortition/engine/leximin.hpp"

#include "cores/sortition/engine/levels.hpp"
#include "cores/sortition/engine/realise.hpp"

namespace lenkwerk::sortition::engine {
namespace {

Solution proven(TypedPool const& pool, Lottery lottery, std::vector<WeightedPanel> panels, Reach const& reach) {
    auto solution = solution_of(pool, std::move(panels));
    if (auto none = unreachable_step(reach)) solution.steps.push_back(std::move(*none));
    for (auto& step : lottery.steps) solution.steps.push_back(std::move(step));
    solution.relaxation_sufficed = true;
    return solution;
}

}  // namespace

std::optional<Solution> leximin(TypedPool const& pool, LeximinRequest const& request, Progress const& progress) {
    if (!request.skip_relaxation && !relaxed_leximin(pool)) return std::nullopt;
    auto const reach = reach_of(pool);
    if (reach.panels.empty()) return std::nullopt;
    auto const reachable = without_unreachable(pool, reach);
    if (!request.skip_relaxation) {
        auto lottery = relaxed_leximin(reachable);
        auto panels = lottery ? panels_for(reachable, lottery->chances, reach, progress) : std::nullopt;
        if (panels) return proven(pool, std::move(*lottery), std::move(*panels), reach);
    }
    return Levels(reachable, reach, {}, progress).run(request.levels);
}

}  // namespace lenkwerk::sortition::engine
