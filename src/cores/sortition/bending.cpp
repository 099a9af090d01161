#include "cores/sortition/bending.hpp"

#include <algorithm>

#include "cores/sortition/contradictions.hpp"
#include "cores/sortition/engine/integer_program.hpp"

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
    std::optional<Relaxation> smallest(engine::Progress const& progress) const {
        auto const values = program_.minimise(progress);
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

// The fewest quotas that hit every contradiction known so far.
class HittingSets {
public:
    HittingSets(Quotas const& quotas, int size) {
        for (auto const& quota : quotas.rows) {
            bool const has_room = widest(quota, size) != Row{quota.min, quota.max};
            program_.add_variable(0, has_room ? 1 : 0, 1);
        }
    }

    void add(std::vector<int> const& contradiction) { program_.add_row(sum(contradiction), 1, IntegerProgram::kFree); }
    void leave_one_alone(std::vector<int> const& rows) {
        program_.add_row(sum(rows), 0, static_cast<double>(rows.size()) - 1);
    }
    std::optional<std::vector<int>> smallest(engine::Progress const& progress) const {
        auto const values = program_.minimise(progress);
        if (!values) return std::nullopt;
        std::vector<int> rows;
        for (std::size_t row = 0; row < values->size(); ++row) {
            if ((*values)[row] > 0.5) rows.push_back(static_cast<int>(row));
        }
        return rows;
    }

private:
    static IntegerProgram::Terms sum(std::vector<int> const& rows) {
        IntegerProgram::Terms terms;
        for (int const row : rows) terms.emplace_back(row, 1);
        return terms;
    }
    IntegerProgram program_;
};

// Contradictions among the quotas that are not bent, no two of which share a quota. None: there is a panel.
std::vector<std::vector<int>> disjoint(Contradictions& contradictions, std::vector<char> bent) {
    std::vector<std::vector<int>> found;
    while (auto rows = contradictions.among(bent)) {
        for (int const row : *rows) bent[at(row)] = true;
        bool const hopeless = rows->empty();  // no quota is part of it: households, or the size
        found.push_back(std::move(*rows));
        if (hopeless) break;
    }
    return found;
}

}  // namespace

std::vector<Relaxation> smallest_by_amount(TypedPool const& pool, Quotas const& quotas, int alternatives,
                                           engine::Progress const& progress) {
    std::vector<Relaxation> found;
    Bending bending(pool, quotas, std::vector<char>(quotas.rows.size(), true));
    while (static_cast<int>(found.size()) < alternatives) {
        progress.report({"smallest changes by seats", static_cast<int>(found.size()), 0, pool.type_count(), 0, 1});
        auto smallest = bending.smallest(progress);
        if (!smallest || smallest->changes.empty()) break;
        bending.leave_one_alone(*smallest);
        found.push_back(std::move(*smallest));
    }
    return found;
}

// Every contradiction needs one of its quotas bent: the smallest set that hits all contradictions known so far either
// suffices, or shows further contradictions (implicit hitting sets; Moreno-Centeno and Karp 2013).
std::vector<Relaxation> smallest_by_count(TypedPool const& pool, Quotas const& quotas, int alternatives,
                                          engine::Progress const& progress) {
    std::vector<Relaxation> found;
    HittingSets sets(quotas, pool.size);
    std::vector<Row> loosest;
    for (auto const& quota : quotas.rows) loosest.push_back(widest(quota, pool.size));
    Contradictions contradictions(pool, loosest, progress);
    while (static_cast<int>(found.size()) < alternatives) {
        progress.report({"fewest quotas to change", static_cast<int>(found.size()), 0, pool.type_count(), 0, 1});
        auto const chosen = sets.smallest(progress);
        if (!chosen || progress.stopped()) break;
        std::vector<char> bent(quotas.rows.size());
        for (int const row : *chosen) bent[at(row)] = true;
        auto const further = disjoint(contradictions, bent);
        if (progress.stopped() || std::ranges::any_of(further, &std::vector<int>::empty)) break;
        for (auto const& rows : further) sets.add(rows);
        if (!further.empty()) continue;
        if (chosen->empty()) break;
        auto smallest = Bending(pool, quotas, bent).smallest(progress);
        if (smallest) found.push_back(std::move(*smallest));
        sets.leave_one_alone(*chosen);
    }
    return found;
}

}  // namespace lenkwerk::sortition
