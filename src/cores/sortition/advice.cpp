#include "cores/sortition/advice.hpp"

#include <algorithm>

#include "cores/sortition/bending.hpp"
#include "cores/sortition/engine/integer_program.hpp"
#include "cores/sortition/engine/pricer.hpp"

namespace lenkwerk::sortition {
namespace {

using engine::IntegerProgram;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

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

    std::vector<Missing> run(engine::Progress const& progress) const {
        progress.report({"who would have to join"});
        auto const values = program_.minimise(progress);
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

}  // namespace

Outcome<Advice> advise(People const& people, Quotas const& quotas, PanelRules const& rules, int alternatives,
                       engine::Progress const& progress) {
    auto pool = group(people, quotas, rules);
    if (!pool) {
        auto const is_sum = [](Problem const& problem) { return problem.key.starts_with("sortition.quotas."); };
        if (!std::ranges::all_of(pool.problems(), is_sum)) return pool.problems();
        pool = group_unchecked(people, quotas, rules);
    }
    Advice advice;
    progress.report({"a first panel"});
    auto const any = engine::tie_breaks(pool->types.size());
    auto const answer = engine::Pricer(*pool).ask(any, {.patience = 0, .progress = &progress});
    advice.feasible = !answer.panels.empty();
    advice.undecided = !advice.feasible && !answer.complete;
    if (advice.feasible || advice.undecided) return advice;
    advice.by_amount = smallest_by_amount(*pool, quotas, alternatives, progress);
    advice.by_count = smallest_by_count(*pool, quotas, alternatives, progress);
    advice.missing = Newcomers(*pool, quotas).run(progress);
    advice.complete = !progress.stopped();
    return advice;
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
