#include <algorithm>

#include "cores/sortition/advice.hpp"
#include "cores/sortition/contradictions.hpp"

namespace lenkwerk::sortition {

std::vector<Excluded> explain_excluded(TypedPool const& pool, std::vector<int> const& people,
                                       engine::Progress const& progress, std::int64_t effort) {
    std::vector<Excluded> result;
    Contradictions contradictions(pool, std::vector<Row>(pool.rows.size(), {0, pool.size}), progress, effort);
    for (int type = 0; type < pool.type_count(); ++type) {
        auto const& of = pool.types[static_cast<std::size_t>(type)].people;
        if (std::ranges::find(people, of.front()) == people.end()) continue;
        progress.report({"reasons of who is in no panel", 0, type, pool.type_count(), 0, 1});
        contradictions.require(type);
        std::vector<int> rows;
        if (!progress.stopped()) rows = contradictions.of_all();
        bool const explained = !progress.stopped();
        for (int const person : of) result.push_back({person, explained ? rows : std::vector<int>{}, explained});
    }
    std::ranges::sort(result, {}, &Excluded::person);
    return result;
}

}  // namespace lenkwerk::sortition
