#include "cores/sortition/bending.hpp"

#include <algorithm>
#include <limits>

#include "cores/sortition/engine/integer_program.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition {
namespace {

using engine::IntegerProgram;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// How far a quota may be bent.
Row widest(Quota const& quota, int size) {
    return {quota.flex_min.value_or(0), std::max(quota.max, quota.flex_max.value_or(size))};
}

// Panels with quotas that may be bent: below and above each of them stands a whole number of seats that has its price.
class Bending {
public:
    Bending(TypedPool const& pool, Quotas const& quotas, std::vector<char> const& may_bend) : quotas_(quotas) {
        std::vector<IntegerProgram::Terms> rows(pool.rows.size() + 1);
        for (auto const& type : pool.types) {
            int const variable = program_.add_variable(0, type.most, 0);
            rows.back().emplace_back(variable, 1);
            for (int const row : type.rows) rows[at(row)].emplace_back(variable, 1);
        }
        program_.add_row(rows.back(), pool.size, pool.size);
        for (std::size_t row = 0; row < pool.rows.size(); ++row) {
            if (row < may_bend.size() && may_bend[row])
                add_bent(static_cast<int>(row), rows[row], widest(quotas.rows[row], pool.size));
            else
                program_.add_row(rows[row], pool.rows[row].min, pool.rows[row].max);
        }
    }

    // The fewest seats.
    std::optional<Relaxation> smallest() const {
        auto const values = program_.minimise();
        if (!values) return std::nullopt;
        Relaxation relaxation;
        for (auto const& bend : bends_) {
            int const lower = static_cast<int>((*values)[at(bend.below)]);
            int const raise = static_cast<int>((*values)[at(bend.above)]);
            if (lower + raise == 0) continue;
            auto const& quota = quotas_.rows[at(bend.quota)];
            relaxation.changes.push_back({bend.quota, quota.min - lower, quota.max + raise});
            relaxation.amount += lower + raise;
        }
        return relaxation;
    }

    // From now on at least one of these quotas is left alone.
    void leave_one_alone(Relaxation const& relaxation) {
        IntegerProgram::Terms touched;
        for (auto const& change : relaxation.changes) {
            auto& bend = *std::ranges::find(bends_, change.quota, &Bend::quota);
            if (bend.is_bent < 0) {
                bend.is_bent = program_.add_variable(0, 1, 0);
                double const room = bend.room;
                program_.add_row({{bend.below, 1}, {bend.above, 1}, {bend.is_bent, -room}}, -IntegerProgram::kFree, 0);
            }
            touched.emplace_back(bend.is_bent, 1);
        }
        program_.add_row(touched, 0, static_cast<double>(touched.size()) - 1);
    }

private:
    struct Bend {
        int quota, below, above, is_bent;
        double room;
    };

    void add_bent(int row, IntegerProgram::Terms terms, Row const& widest) {
        auto const& quota = quotas_.rows[at(row)];
        double const low_room = quota.min - widest.min, high_room = widest.max - quota.max;
        int const below = program_.add_variable(0, low_room, 1), above = program_.add_variable(0, high_room, 1);
        auto at_least = terms;
        at_least.emplace_back(below, 1);
        program_.add_row(at_least, quota.min, IntegerProgram::kFree);
        terms.emplace_back(above, -1);
        program_.add_row(terms, -IntegerProgram::kFree, quota.max);
        bends_.push_back({row, below, above, -1, low_room + high_room});
    }

    Quotas const& quotas_;
    IntegerProgram program_;
    std::vector<Bend> bends_;
};

// Which quotas contradict each other while others are bent as far as they may: read off the multipliers of the
// contradiction (Farkas). Nothing: there is a panel.
std::optional<std::vector<int>> contradiction(TypedPool pool, Quotas const& quotas, std::vector<char> const& bent) {
    for (std::size_t row = 0; row < bent.size(); ++row) {
        if (bent[row]) pool.rows[row] = widest(quotas.rows[row], pool.size);
    }
    auto const weights = engine::tie_breaks(pool.types.size());
    engine::Simplex simplex(pool, 1e-11);
    simplex.set_weights(weights);
    std::vector<int> rows;
    if (simplex.solve(-std::numeric_limits<double>::infinity()) == engine::Simplex::State::infeasible) {
        auto const multipliers = simplex.contradiction();
        for (std::size_t row = 0; row < bent.size(); ++row) {
            if (!bent[row] && multipliers[pool.types.size() + row] != 0) rows.push_back(static_cast<int>(row));
        }
        return rows;
    }
    if (!engine::Pricer(pool).ask(weights, {.patience = 0}).panels.empty()) return std::nullopt;
    for (std::size_t row = 0; row < bent.size(); ++row) {
        if (!bent[row]) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

}  // namespace

std::vector<Relaxation> smallest_by_amount(TypedPool const& pool, Quotas const& quotas, int alternatives) {
    std::vector<Relaxation> found;
    Bending bending(pool, quotas, std::vector<char>(quotas.rows.size(), true));
    while (static_cast<int>(found.size()) < alternatives) {
        auto smallest = bending.smallest();
        if (!smallest || smallest->changes.empty()) break;
        bending.leave_one_alone(*smallest);
        found.push_back(std::move(*smallest));
    }
    return found;
}

// Every contradiction needs one of its quotas bent: the smallest set that hits all contradictions known so far either
// suffices, or shows another contradiction (implicit hitting sets; Moreno-Centeno and Karp 2013).
std::vector<Relaxation> smallest_by_count(TypedPool const& pool, Quotas const& quotas, int alternatives) {
    std::vector<Relaxation> found;
    IntegerProgram sets;
    for (auto const& quota : quotas.rows) {
        bool const has_room = widest(quota, pool.size) != Row{quota.min, quota.max};
        sets.add_variable(0, has_room ? 1 : 0, 1);
    }
    auto const sum = [](std::vector<int> const& rows) {
        IntegerProgram::Terms terms;
        for (int const row : rows) terms.emplace_back(row, 1);
        return terms;
    };
    while (static_cast<int>(found.size()) < alternatives) {
        auto const values = sets.minimise();
        if (!values) break;
        std::vector<char> bent;
        std::vector<int> chosen;
        for (std::size_t row = 0; row < values->size(); ++row) {
            bent.push_back((*values)[row] > 0.5);
            if (bent.back()) chosen.push_back(static_cast<int>(row));
        }
        if (auto const rows = contradiction(pool, quotas, bent)) {
            if (rows->empty()) break;  // no quota is part of it: households, or the size
            sets.add_row(sum(*rows), 1, IntegerProgram::kFree);
            continue;
        }
        if (chosen.empty()) break;
        auto smallest = Bending(pool, quotas, bent).smallest();
        if (smallest) found.push_back(std::move(*smallest));
        sets.add_row(sum(chosen), 0, static_cast<double>(chosen.size()) - 1);
    }
    return found;
}

}  // namespace lenkwerk::sortition
