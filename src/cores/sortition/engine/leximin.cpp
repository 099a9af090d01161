#include "cores/sortition/engine/leximin.hpp"

#include <algorithm>

#include "cores/sortition/engine/decompose.hpp"
#include "cores/sortition/engine/levels.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kRealised = 1e-8;  // what a decomposition may leave over and still count as complete

Solution from(TypedPool const& pool, Lottery lottery, std::vector<WeightedPanel> panels) {
    Solution solution;
    double sum = 0;
    for (auto const& weighted : panels) sum += weighted.weight;
    for (auto& weighted : panels) weighted.weight /= sum;
    std::erase_if(panels, [](auto const& weighted) { return weighted.weight <= 0; });
    solution.panels = std::move(panels);
    solution.chances = chances_of(pool, solution.panels);
    solution.steps = std::move(lottery.steps);
    solution.relaxation_sufficed = true;
    return solution;
}

TypedPool without(TypedPool pool, std::vector<char> const& reachable) {
    for (std::size_t type = 0; type < reachable.size(); ++type) {
        if (!reachable[type]) pool.types[type].most = 0;
    }
    return pool;
}

// The proof that somebody is in no panel: the largest panel, counted by them, holds none.
void prepend_unreachable(Lottery& lottery, std::vector<char> const& reachable) {
    Step none{0, {}, std::vector<double>(reachable.size())};
    for (std::size_t type = 0; type < reachable.size(); ++type) {
        if (reachable[type]) continue;
        none.members.push_back(static_cast<int>(type));
        none.dual[type] = 1;
    }
    if (!none.members.empty()) lottery.steps.insert(lottery.steps.begin(), std::move(none));
}

}  // namespace

std::optional<Solution> leximin(TypedPool const& pool, LeximinRequest const& request, Progress const& progress) {
    if (!request.skip_relaxation) {
        auto lottery = relaxed_leximin(pool);
        if (!lottery) return std::nullopt;
        auto decomposed = decompose(pool, lottery->chances);
        if (decomposed.left <= kRealised) return from(pool, std::move(*lottery), std::move(decomposed.panels));
    }
    auto const reach = reach_of(pool);
    if (reach.panels.empty()) return std::nullopt;
    auto const reachable = without(pool, reach.reachable);
    auto lottery = relaxed_leximin(reachable);
    std::vector<WeightedPanel> first;
    if (lottery && !request.skip_relaxation) {
        auto decomposed = decompose(reachable, lottery->chances);
        prepend_unreachable(*lottery, reach.reachable);
        if (decomposed.left <= kRealised) return from(pool, std::move(*lottery), std::move(decomposed.panels));
        first = std::move(decomposed.panels);
        for (auto const& panel : reach.panels) first.push_back({panel, 0});
        auto realised = realise(reachable, lottery->chances, first, progress);
        if (realised) return from(pool, std::move(*lottery), std::move(*realised));
    }
    return Levels(reachable, reach, first, progress).run(request.levels);
}

}  // namespace lenkwerk::sortition::engine
