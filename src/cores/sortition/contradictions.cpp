#include "cores/sortition/contradictions.hpp"

#include <algorithm>
#include <limits>

#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition {
namespace {

constexpr std::int64_t kGlance = 1000;  // nodes to see that a row is needless

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

Contradictions::Contradictions(TypedPool const& pool, std::vector<Row> loosest, engine::Progress const& progress,
                               std::int64_t effort)
    : pool_(pool),
      loosest_(std::move(loosest)),
      progress_(progress),
      weights_(engine::tie_breaks(pool.types.size())),
      left_(effort) {}

std::optional<Contradictions::Rows> Contradictions::among(std::vector<char> const& loose) {
    auto const ask = [this](auto const& more) { return by_relaxation(more); };
    if (auto rows = by_relaxation(loose)) return shrunk(std::move(*rows), ask);
    if (!is_shown_by_panels(loose, 0)) return std::nullopt;
    return shrunk_by_panels(not_in(loose));
}

Contradictions::Rows Contradictions::of_all() {
    std::vector<char> const none(loosest_.size());
    auto const ask = [this](auto const& more) { return by_relaxation(more); };
    if (auto rows = by_relaxation(none)) return shrunk(std::move(*rows), ask);
    return shrunk_by_panels(not_in(none));
}

// Deletion filter: a row without which the contradiction stands is no part of it. The fewer are left, the more the set says.
template <class Ask> Contradictions::Rows Contradictions::shrunk(Rows rows, Ask const& ask) const {
    for (std::size_t i = 0; i < rows.size() && !progress_.stopped();) {
        std::vector<char> loose(loosest_.size(), true);
        for (int const row : rows) loose[at(row)] = row == rows[i];
        auto const fewer = ask(loose);
        if (!fewer)
            ++i;
        else
            std::erase_if(rows, [&](int row) { return std::ranges::find(*fewer, row) == fewer->end(); });
    }
    return rows;
}

Contradictions::Rows Contradictions::shrunk_by_panels(Rows rows) {
    return shrunk(std::move(rows), [this](auto const& loose) -> std::optional<Rows> {
        if (auto fewer = by_relaxation(loose)) return fewer;
        if (left_ <= 0 || !is_shown_by_panels(loose, kGlance)) return std::nullopt;
        return not_in(loose);
    });
}

Contradictions::Rows Contradictions::not_in(std::vector<char> const& loose) const {
    Rows rows;
    for (std::size_t row = 0; row < loose.size(); ++row) {
        if (!loose[row]) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

TypedPool Contradictions::with(std::vector<char> const& loose) const {
    auto pool = pool_;
    for (std::size_t row = 0; row < loose.size(); ++row) {
        if (loose[row]) pool.rows[row] = loosest_[row];
    }
    return pool;
}

// Read off the multipliers of the relaxation's contradiction (Farkas). Nothing: the relaxation has a solution.
std::optional<Contradictions::Rows> Contradictions::by_relaxation(std::vector<char> const& loose) const {
    auto const pool = with(loose);
    engine::Simplex simplex(pool, 1e-11);
    simplex.set_weights(weights_);
    if (type_ >= 0) simplex.set_bounds(type_, 1, pool.types[at(type_)].most);
    if (simplex.solve(-std::numeric_limits<double>::infinity()) != engine::Simplex::State::infeasible) {
        return std::nullopt;
    }
    auto const multipliers = simplex.contradiction();
    Rows rows;
    for (std::size_t row = 0; row < loose.size(); ++row) {
        if (!loose[row] && multipliers[pool.types.size() + row] != 0) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

// Whether no panel keeps the rows that count; false also where `nodes` do not show it.
bool Contradictions::is_shown_by_panels(std::vector<char> const& loose, std::int64_t nodes) {
    auto const pool = with(loose);
    engine::Pricer pricer(pool);
    if (type_ >= 0) pricer.restrict(type_, 1, pool.types[at(type_)].most);
    auto const answer = pricer.ask(weights_, {.patience = 0, .nodes = nodes, .progress = &progress_});
    left_ -= pricer.nodes();
    return answer.panels.empty() && answer.complete;
}

}  // namespace lenkwerk::sortition
