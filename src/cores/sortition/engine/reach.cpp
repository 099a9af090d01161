#include <algorithm>

#include "cores/sortition/engine/leximin.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

// Panels that hold as many new types as possible, until no new type fits in. Who is not new breaks ties: a whole panel of
// them weighs less than a quarter.
Reach reach_of(TypedPool const& pool, Progress const& progress) {
    Reach reach{std::vector<char>(pool.types.size()), {}};
    Pricer pricer(pool);
    auto const gains = [&](std::vector<double> const& weights, std::int64_t patience) {
        auto const reached = static_cast<int>(std::ranges::count(reach.reachable, true));
        progress.report({"who can be in a panel", 0, reached, pool.type_count(), 0, 1});
        auto answer = pricer.ask(weights, {.floor = 0.5, .patience = patience, .progress = &progress});
        reach.complete = answer.complete;
        if (answer.panels.empty()) return false;
        for (auto const [type, count] : answer.panels.back()) reach.reachable[at(type)] = true;
        reach.panels.push_back(std::move(answer.panels.back()));
        return true;
    };
    auto const unreached = [&] {
        auto weights = tie_breaks(pool.types.size());
        for (std::size_t t = 0; t < weights.size(); ++t) {
            weights[t] = 0.25 * weights[t] / pool.size + (!reach.reachable[t] && pool.types[t].most > 0 ? 1 : 0);
        }
        return weights;
    };
    while (!progress.stopped() && gains(unreached(), 50)) {
    }
    reach.complete = reach.complete && !progress.stopped();
    return reach;
}

}  // namespace lenkwerk::sortition::engine
