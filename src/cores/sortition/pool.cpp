#include "cores/sortition/pool.hpp"

#include <algorithm>
#include <map>

#include "cores/sortition/input/table.hpp"

namespace lenkwerk::sortition {
namespace {

using input::place;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Problems check_size(People const& people, PanelRules const& rules) {
    std::int64_t const pool = static_cast<std::int64_t>(people.members.size());
    if (rules.size < 1) return refuse("sortition.size.too_small", "size", {{"size", std::int64_t{rules.size}}});
    if (people.members.empty()) return input::empty_pool(place(people.file, 1, 0));
    if (rules.size > pool) {
        return refuse("sortition.size.exceeds_pool", "size",
                      {{"file", people.file}, {"size", std::int64_t{rules.size}}, {"pool", pool}});
    }
    return {};
}

Problems check_sums(Quotas const& quotas, int size) {
    Problems problems;
    for (int feature = 0; feature < static_cast<int>(quotas.features.size()); ++feature) {
        std::int64_t least = 0, most = 0;
        int line = 0;
        for (std::size_t row = 0; row < quotas.rows.size(); ++row) {
            if (quotas.feature_of[row] != feature) continue;
            least += quotas.rows[row].min;
            most += quotas.rows[row].max;
            line = quotas.rows[row].line;
        }
        auto const name = quotas.features[at(feature)];
        auto const here = [&](int column, std::int64_t sum) {
            return place(quotas.file, line, column, {{"feature", name}, {"sum", sum}, {"size", std::int64_t{size}}});
        };
        auto const add = [&](Problems found) { std::ranges::move(found, std::back_inserter(problems)); };
        if (least > size) add(refuse("sortition.quotas.minima_exceed_size", {}, here(quotas.min_column, least)));
        if (most < size) add(refuse("sortition.quotas.maxima_below_size", {}, here(quotas.max_column, most)));
    }
    return problems;
}

// Members of one household, by what they look like to the quotas.
using Signature = std::map<std::vector<int>, int>;

struct Households {
    std::map<std::string, Signature> signature;  // by household, only where several live
    std::map<Signature, int> count;              // how many households look like this

    Households(People const& people, PanelRules const& rules) {
        if (rules.per_household < 1) return;
        for (auto const& person : people.members) {
            if (!person.household.empty()) ++signature[person.household][person.quotas];
        }
        std::erase_if(signature, [&](auto const& entry) {
            int members = 0;
            for (auto const& [quotas, number] : entry.second) members += number;
            return members <= rules.per_household;
        });
        for (auto const& [household, looks] : signature) ++count[looks];
    }
    Signature const* of(Person const& person) const {
        auto const found = signature.find(person.household);
        return found == signature.end() ? nullptr : &found->second;
    }
};

// People with the same values whose households look the same are one type. A kind of household is a row: all its people
// together at most limit × households; by the integrality of flows that suffices to seat them without a collision.
TypedPool grouped(People const& people, Quotas const& quotas, PanelRules const& rules) {
    Households const households(people, rules);
    TypedPool pool{rules.size, {}, {}};
    for (auto const& quota : quotas.rows) pool.rows.push_back({quota.min, quota.max});
    std::map<Signature, int> row_of;
    for (auto const& [looks, number] : households.count) {
        row_of[looks] = pool.row_count();
        pool.rows.push_back({0, number * rules.per_household});
    }
    std::map<std::pair<std::vector<int>, int>, int> type_of;
    for (std::size_t i = 0; i < people.members.size(); ++i) {
        auto const& person = people.members[i];
        auto const* looks = households.of(person);
        auto const [entry, is_new] =
            type_of.try_emplace({person.quotas, looks ? row_of[*looks] : -1}, pool.type_count());
        if (is_new) {
            pool.types.push_back({{}, person.quotas, 0});
            if (looks) pool.types.back().rows.push_back(row_of[*looks]);
            std::ranges::sort(pool.types.back().rows);
        }
        auto& type = pool.types[at(entry->second)];
        type.people.push_back(static_cast<int>(i));
        if (!looks)
            ++type.most;
        else
            type.most = households.count.at(*looks) * std::min(rules.per_household, looks->at(person.quotas));
    }
    return pool;
}

}  // namespace

Problems supply_problems(People const& people, Quotas const& quotas) {
    std::vector<std::int64_t> have(quotas.rows.size());
    for (auto const& person : people.members) {
        for (int const quota : person.quotas) ++have[at(quota)];
    }
    Problems problems;
    for (std::size_t row = 0; row < have.size(); ++row) {
        auto const& quota = quotas.rows[row];
        if (have[row] >= quota.min) continue;
        std::ranges::move(refuse("sortition.quotas.too_few_people", {},
                                 place(quotas.file, quota.line, quotas.min_column,
                                       {{"feature", quota.feature},
                                        {"value", quota.value},
                                        {"min", std::int64_t{quota.min}},
                                        {"have", have[row]}})),
                          std::back_inserter(problems));
    }
    return problems;
}

Outcome<TypedPool> group(People const& people, Quotas const& quotas, PanelRules const& rules) {
    if (auto problems = check_size(people, rules); !problems.empty()) return problems;
    if (auto problems = check_sums(quotas, rules.size); !problems.empty()) return problems;
    return grouped(people, quotas, rules);
}

TypedPool group_unchecked(People const& people, Quotas const& quotas, PanelRules const& rules) {
    return grouped(people, quotas, rules);
}

}  // namespace lenkwerk::sortition
