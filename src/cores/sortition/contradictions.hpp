#pragma once
// Which bounds of a pool contradict each other: small sets of rows that no panel keeps all of.
#include <cstdint>
#include <optional>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition {

class Contradictions {
public:
    using Rows = std::vector<int>;

    // `loosest`: the bounds of each row where it does not count; rows of the pool behind them always count.
    // `effort`: nodes of branch and bound for making sets small; beyond it a set may hold a row that it does not need.
    Contradictions(TypedPool const& pool, std::vector<Row> loosest, engine::Progress const& progress,
                   std::int64_t effort = 1'000'000);

    // From now on only panels with somebody of this type count; −1: all.
    void require(int type) { type_ = type; }

    // A contradiction among the rows that are not `loose`. Nothing: some panel keeps them, or the work was ended.
    std::optional<Rows> among(std::vector<char> const& loose);
    // The same where it is known that no panel keeps all rows: that is not asked again.
    Rows of_all();

private:
    template <class Ask> Rows shrunk(Rows rows, Ask const& ask) const;
    Rows shrunk_by_panels(Rows rows);
    TypedPool with(std::vector<char> const& loose) const;
    Rows not_in(std::vector<char> const& loose) const;
    std::optional<Rows> by_relaxation(std::vector<char> const& loose) const;
    bool is_shown_by_panels(std::vector<char> const& loose, std::int64_t nodes);

    TypedPool const& pool_;
    std::vector<Row> loosest_;
    engine::Progress const& progress_;
    std::vector<double> weights_;
    std::int64_t left_;
    int type_ = -1;
};

}  // namespace lenkwerk::sortition
