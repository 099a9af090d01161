#include <algorithm>
#include <numeric>

#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition::engine {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

struct Seats {
    TypedPool const& pool;
    std::vector<int> count, sum;

    Seats(TypedPool const& of, Panel const& panel) : pool(of), count(of.types.size()), sum(of.rows.size()) {
        for (auto const [type, seats] : panel) move(type, seats);
    }
    void move(int type, int by) {
        count[at(type)] += by;
        for (int const row : pool.types[at(type)].rows) sum[at(row)] += by;
    }
    bool fits(int row, int by) const {
        int const next = sum[at(row)] + by;
        return pool.rows[at(row)].min <= next && next <= pool.rows[at(row)].max;
    }
    // Both row lists ascend: rows that both types share do not change.
    bool may_exchange(int out, int in) const {
        auto const& leaves = pool.types[at(out)].rows;
        auto const& enters = pool.types[at(in)].rows;
        std::size_t i = 0, j = 0;
        while (i < leaves.size() || j < enters.size()) {
            bool const only_leaves = j == enters.size() || (i < leaves.size() && leaves[i] < enters[j]);
            bool const only_enters = !only_leaves && (i == leaves.size() || enters[j] < leaves[i]);
            if (only_leaves && !fits(leaves[i], -1)) return false;
            if (only_enters && !fits(enters[j], +1)) return false;
            if (!only_enters) ++i;
            if (!only_leaves) ++j;
        }
        return true;
    }
};

Panel panel_of(std::vector<int> const& count) {
    Panel panel;
    for (std::size_t type = 0; type < count.size(); ++type) {
        if (count[type] > 0) panel.push_back({static_cast<int>(type), count[type]});
    }
    return panel;
}

}  // namespace

Panel improved(TypedPool const& pool, Panel panel, std::span<double const> weights) {
    Seats seats(pool, panel);
    std::vector<int> best_first(pool.types.size());
    std::iota(best_first.begin(), best_first.end(), 0);
    std::ranges::stable_sort(best_first, std::greater{}, [&](int type) { return weights[at(type)]; });
    auto const exchange_one = [&](int out) {
        for (int const in : best_first) {
            if (weights[at(in)] <= weights[at(out)] + 1e-12) return false;
            if (seats.count[at(in)] >= pool.types[at(in)].most || !seats.may_exchange(out, in)) continue;
            seats.move(out, -1);
            seats.move(in, +1);
            return true;
        }
        return false;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (int out = pool.type_count() - 1; out >= 0; --out) {
            while (seats.count[at(out)] > 0 && exchange_one(out)) changed = true;
        }
    }
    return panel_of(seats.count);
}

}  // namespace lenkwerk::sortition::engine
