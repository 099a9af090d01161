#include "cores/sortition/typed_pool.hpp"

#include <algorithm>

namespace lenkwerk::sortition {

bool is_feasible(TypedPool const& pool, Panel const& panel) {
    std::vector<int> sums(pool.rows.size());
    int members = 0;
    int last = -1;
    for (auto const [type, count] : panel) {
        if (type <= last || type >= pool.type_count()) return false;
        auto const& of = pool.types[static_cast<std::size_t>(type)];
        if (count < 1 || count > of.most) return false;
        for (int const row : of.rows) sums[static_cast<std::size_t>(row)] += count;
        members += count;
        last = type;
    }
    auto const within = [](int sum, Row const& row) { return row.min <= sum && sum <= row.max; };
    return members == pool.size && std::ranges::equal(sums, pool.rows, within);
}

double value_of(Panel const& panel, std::span<double const> weights) {
    double sum = 0;
    for (auto const [type, count] : panel) sum += weights[static_cast<std::size_t>(type)] * count;
    return sum;
}

std::vector<double> chances_of(TypedPool const& pool, std::span<WeightedPanel const> panels) {
    std::vector<double> chances(pool.types.size());
    for (auto const& [panel, weight] : panels) {
        for (auto const [type, count] : panel) chances[static_cast<std::size_t>(type)] += weight * count;
    }
    for (std::size_t type = 0; type < chances.size(); ++type) chances[type] /= pool.types[type].count();
    return chances;
}

}  // namespace lenkwerk::sortition
