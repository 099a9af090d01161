#include "cores/sortition/engine/realise.hpp"

#include <algorithm>
#include <map>

#include "cores/sortition/engine/decompose.hpp"
#include "cores/sortition/engine/levels.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kRealised = 1e-8;   // what a decomposition may leave over and still count as complete
constexpr double kNoWeight = 1e-11;  // what the simplex leaves of a panel that it does not use

// A panel that was found twice is one panel.
std::vector<WeightedPanel> each_once(std::vector<WeightedPanel> panels) {
    std::map<Panel, std::size_t> places;
    std::vector<WeightedPanel> once;
    for (auto& weighted : panels) {
        auto const [place, is_new] = places.try_emplace(weighted.panel, once.size());
        if (is_new)
            once.push_back(std::move(weighted));
        else
            once[place->second].weight += weighted.weight;
    }
    return once;
}

}  // namespace

Realised panels_for(TypedPool const& pool, std::vector<double> const& chances, Reach const& reach,
                    Progress const& progress) {
    auto decomposed = decompose(pool, chances, progress);
    bool const peeled = decomposed.left <= kRealised;
    if (peeled) return {true, std::move(decomposed.panels)};
    for (auto const& panel : reach.panels) decomposed.panels.push_back({panel, 0});
    return realise(pool, chances, decomposed.panels, progress);
}

TypedPool without_unreachable(TypedPool pool, Reach const& reach) {
    for (std::size_t type = 0; type < pool.types.size(); ++type) {
        if (!reach.reachable[type]) pool.types[type].most = 0;
    }
    return pool;
}

std::optional<Step> unreachable_step(Reach const& reach) {
    if (!reach.complete) return std::nullopt;
    Step none{0, {}, std::vector<double>(reach.reachable.size())};
    for (std::size_t type = 0; type < reach.reachable.size(); ++type) {
        if (reach.reachable[type]) continue;
        none.members.push_back(static_cast<int>(type));
        none.dual[type] = 1;
    }
    if (none.members.empty()) return std::nullopt;
    return none;
}

Step open_step(std::vector<double> const& chances) {
    Step open{1, {}, std::vector<double>(chances.size())};
    for (std::size_t type = 0; type < chances.size(); ++type) {
        if (!(chances[type] > 0)) continue;
        open.members.push_back(static_cast<int>(type));
        open.value = std::min(open.value, chances[type]);
    }
    return open;
}

Solution solution_of(TypedPool const& pool, std::vector<WeightedPanel> panels) {
    Solution solution;
    std::erase_if(panels, [](auto const& weighted) { return weighted.weight <= kNoWeight; });
    panels = each_once(std::move(panels));
    double sum = 0;
    for (auto const& weighted : panels) sum += weighted.weight;
    for (auto& weighted : panels) weighted.weight /= sum;
    solution.chances = chances_of(pool, panels);
    solution.panels = std::move(panels);
    return solution;
}

}  // namespace lenkwerk::sortition::engine
