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
    auto const reach = reach_of(pool, progress);
    if (reach.panels.empty()) return std::nullopt;
    if (!reach.complete) {
        return Levels(pool, reach, {}, progress).best_so_far(relaxed_first_level(pool, reach.reachable).dual);
    }
    auto const reachable = without_unreachable(pool, reach);
    Realised realised;
    std::optional<Lottery> lottery;
    if (!request.skip_relaxation) lottery = relaxed_leximin(reachable, 1, progress);
    if (lottery && !progress.stopped()) realised = panels_for(reachable, lottery->chances, reach, progress);
    if (realised.complete) return proven(pool, std::move(*lottery), std::move(realised.panels), reach);
    Levels levels(reachable, reach, realised.panels, progress);
    if (!progress.stopped()) return levels.run(request.levels);
    // The relaxation's first level bounds every lottery's smallest chance, panels or not.
    return levels.best_so_far(lottery && !lottery->steps.empty() ? lottery->steps.front().dual : std::vector<double>{});
}

}  // namespace lenkwerk::sortition::engine
