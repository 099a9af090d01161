#include "cores/sortition/advice.hpp"

#include <algorithm>

#include "cores/sortition/engine/integer_program.hpp"

namespace lenkwerk::sortition {
namespace {

using engine::IntegerProgram;

std::size_t at(int i) { return static_cast<std::size_t>(i); }
constexpr double kMuch = 1000;  // one changed quota against one seat, when changes are counted

enum class Smallest { amount, count };

// Panels with quotas that may be bent: below and above each quota stands a whole number of seats that has its price.
class Bending {
public:
    Bending(TypedPool const& pool, Quotas const& quotas, Smallest smallest) : pool_(pool), quotas_(quotas) {
        std::vector<IntegerProgram::Terms> rows(pool.rows.size());
        IntegerProgram::Terms size;
        for (auto const& type : pool.types) {
            int const variable = program_.add_variable(0, type.most, 0);
            size.emplace_back(variable, 1);
            for (int const row : type.rows) rows[at(row)].emplace_back(variable, 1);
        }
        program_.add_row(size, pool.size, pool.size);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (row < quotas.rows.size())
                add_bent(rows[row], quotas.rows[row], smallest);
            else
                program_.add_row(rows[row], pool.rows[row].min, pool.rows[row].max);
        }
    }

    std::optional<Relaxation> next() {
        auto const values = program_.minimise();
        if (!values) return std::nullopt;
        Relaxation relaxation;
        IntegerProgram::Terms used;
        for (std::size_t row = 0; row < bends_.size(); ++row) {
            auto const& [below, above, is_bent] = bends_[row];
            int const lower = static_cast<int>((*values)[at(below)]), raise = static_cast<int>((*values)[at(above)]);
            if (lower + raise == 0) continue;
            auto const& quota = quotas_.rows[row];
            relaxation.changes.push_back({static_cast<int>(row), quota.min - lower, quota.max + raise});
            relaxation.amount += lower + raise;
            used.emplace_back(is_bent, 1);
        }
        // The next alternative has to leave at least one of these quotas alone.
        if (!used.empty()) program_.add_row(used, 0, static_cast<double>(used.size()) - 1);
        return relaxation;
    }

private:
    struct Bend {
        int below, above, is_bent;
    };

    void add_bent(IntegerProgram::Terms terms, Quota const& quota, Smallest smallest) {
        int const low_room = quota.min - quota.flex_min.value_or(0);
        int const high_room = std::max(0, quota.flex_max.value_or(std::max(pool_.size, quota.max)) - quota.max);
        int const below = program_.add_variable(0, low_room, 1), above = program_.add_variable(0, high_room, 1);
        int const is_bent = program_.add_variable(0, 1, smallest == Smallest::count ? kMuch : 0.001);
        program_.add_row({{below, 1}, {is_bent, -double(low_room)}}, -IntegerProgram::kFree, 0);
        program_.add_row({{above, 1}, {is_bent, -double(high_room)}}, -IntegerProgram::kFree, 0);
        auto at_least = terms;
        at_least.emplace_back(below, 1);
        program_.add_row(at_least, quota.min, IntegerProgram::kFree);
        terms.emplace_back(above, -1);
        program_.add_row(terms, -IntegerProgram::kFree, quota.max);
        bends_.push_back({below, above, is_bent});
    }

    TypedPool const& pool_;
    Quotas const& quotas_;
    IntegerProgram program_;
    std::vector<Bend> bends_;
};

std::vector<Relaxation> relaxations(TypedPool const& pool, Quotas const& quotas, Smallest smallest, int alternatives) {
    std::vector<Relaxation> found;
    Bending bending(pool, quotas, smallest);
    for (int i = 0; i < alternatives; ++i) {
        auto next = bending.next();
        if (!next || next->changes.empty()) break;
        found.push_back(std::move(*next));
    }
    return found;
}

// The fewest newcomers: seats that nobody in the pool takes, each with one value a feature.
class Newcomers {
public:
    Newcomers(TypedPool const& pool, Quotas const& quotas) : quotas_(quotas), rows_(pool.rows.size()) {
        IntegerProgram::Terms size;
        for (auto const& type : pool.types) {
            int const variable = program_.add_variable(0, type.most, 0);
            size.emplace_back(variable, 1);
            for (int const row : type.rows) rows_[at(row)].emplace_back(variable, 1);
        }
        total_ = program_.add_variable(0, pool.size, 1);
        size.emplace_back(total_, 1);
        program_.add_row(size, pool.size, pool.size);
        give_values(pool.size);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            program_.add_row(rows_[row], pool.rows[row].min, pool.rows[row].max);
        }
    }

    std::vector<Missing> run() const {
        auto const values = program_.minimise();
        if (!values) return {};
        // Which value goes with which is free: the people are read off the features side by side.
        std::vector<std::vector<int>> columns(quotas_.features.size());
        for (std::size_t row = 0; row < quotas_.rows.size(); ++row) {
            auto& column = columns[at(quotas_.feature_of[row])];
            column.insert(column.end(), static_cast<std::size_t>((*values)[at(with_[row])]), static_cast<int>(row));
        }
        std::vector<Missing> missing;
        for (std::size_t i = 0; i < static_cast<std::size_t>((*values)[at(total_)]); ++i) {
            std::vector<int> looks;
            for (auto const& column : columns) looks.push_back(column[i]);
            if (missing.empty() || missing.back().values != looks) missing.push_back({looks, 0});
            ++missing.back().people;
        }
        return missing;
    }

private:
    // Each newcomer has one value of every feature.
    void give_values(int most) {
        std::vector<IntegerProgram::Terms> of_feature(quotas_.features.size());
        for (std::size_t row = 0; row < quotas_.rows.size(); ++row) {
            with_.push_back(program_.add_variable(0, most, 0));
            rows_[row].emplace_back(with_.back(), 1);
            of_feature[at(quotas_.feature_of[row])].emplace_back(with_.back(), 1);
        }
        for (auto& values : of_feature) {
            values.emplace_back(total_, -1);
            program_.add_row(values, 0, 0);
        }
    }

    Quotas const& quotas_;
    IntegerProgram program_;
    std::vector<IntegerProgram::Terms> rows_;
    int total_ = 0;          // variable: how many
    std::vector<int> with_;  // variable of each quota row: how many have this value
};

// Whether some panel of the pool, with the given rows only, holds the type.
bool fits(TypedPool pool, int type, std::vector<char> const& counts) {
    for (std::size_t row = 0; row < counts.size(); ++row) {
        if (!counts[row]) pool.rows[row] = {0, pool.size};
    }
    std::vector<double> weights(pool.types.size());
    weights[at(type)] = 1;
    auto const panel = engine::best_panel_by_cbc(pool, weights);
    return panel && value_of(*panel, weights) > 0.5;
}

}  // namespace

Outcome<Advice> advise(People const& people, Quotas const& quotas, PanelRules const& rules, int alternatives) {
    auto pool = group(people, quotas, rules);
    if (!pool) {
        auto const is_sum = [](Problem const& problem) { return problem.key.starts_with("sortition.quotas."); };
        if (!std::ranges::all_of(pool.problems(), is_sum)) return pool.problems();
        pool = group_unchecked(people, quotas, rules);
    }
    Advice advice;
    std::vector<double> const nothing(pool->types.size());
    advice.feasible = engine::best_panel_by_cbc(*pool, nothing).has_value();
    if (advice.feasible) return advice;
    advice.by_amount = relaxations(*pool, quotas, Smallest::amount, alternatives);
    advice.by_count = relaxations(*pool, quotas, Smallest::count, alternatives);
    advice.missing = Newcomers(*pool, quotas).run();
    return advice;
}

// Deletion filter: a row without which the contradiction stands is not needed for it.
std::vector<Excluded> explain_excluded(TypedPool const& pool, std::vector<int> const& people) {
    std::vector<Excluded> result;
    for (int type = 0; type < pool.type_count(); ++type) {
        auto const& of = pool.types[at(type)];
        if (std::ranges::find(people, of.people.front()) == people.end()) continue;
        std::vector<char> counts(pool.rows.size(), true);
        for (std::size_t row = 0; row < counts.size(); ++row) {
            counts[row] = false;
            if (fits(pool, type, counts)) counts[row] = true;
        }
        std::vector<int> quotas;
        for (std::size_t row = 0; row < counts.size(); ++row) {
            if (counts[row]) quotas.push_back(static_cast<int>(row));
        }
        for (int const person : of.people) result.push_back({person, quotas});
    }
    std::ranges::sort(result, {}, &Excluded::person);
    return result;
}

std::string in_words(Quotas const& quotas, Change const& change) {
    auto const& quota = quotas.rows[at(change.quota)];
    std::string words;
    if (change.min != quota.min) {
        words = fmt::format("lower {} = {} min from {} to {}", quota.feature, quota.value, quota.min, change.min);
    }
    if (change.max != quota.max) {
        words += fmt::format("{}raise {} = {} max from {} to {}", words.empty() ? "" : " and ", quota.feature,
                             quota.value, quota.max, change.max);
    }
    return words;
}

}  // namespace lenkwerk::sortition
