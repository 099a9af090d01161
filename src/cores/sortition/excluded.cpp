#include <algorithm>

#include "cores/sortition/advice.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Whether some panel of the pool, with the given rows only, holds the type.
bool fits(TypedPool pool, int type, std::vector<char> const& counts) {
    for (std::size_t row = 0; row < counts.size(); ++row) {
        if (!counts[row]) pool.rows[row] = {0, pool.size};
    }
    auto weights = engine::tie_breaks(pool.types.size());
    for (double& weight : weights) weight *= 0.25 / pool.size;  // all of them together weigh less than the type
    weights[at(type)] = 1;
    return !engine::Pricer(pool).ask(weights, {.floor = 0.5, .patience = 0}).panels.empty();
}

// Deletion filter: a row without which the contradiction stands is not needed for it.
std::vector<int> reason(TypedPool const& pool, int type) {
    std::vector<char> counts(pool.rows.size(), true);
    for (std::size_t row = 0; row < counts.size(); ++row) {
        counts[row] = false;
        if (fits(pool, type, counts)) counts[row] = true;
    }
    std::vector<int> rows;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        if (counts[row]) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

}  // namespace

std::vector<Excluded> explain_excluded(TypedPool const& pool, std::vector<int> const& people) {
    std::vector<Excluded> result;
    for (int type = 0; type < pool.type_count(); ++type) {
        auto const& of = pool.types[at(type)];
        if (std::ranges::find(people, of.people.front()) == people.end()) continue;
        auto const rows = reason(pool, type);
        for (int const person : of.people) result.push_back({person, rows});
    }
    std::ranges::sort(result, {}, &Excluded::person);
    return result;
}

}  // namespace lenkwerk::sortition
