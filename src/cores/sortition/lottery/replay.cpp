#include "cores/sortition/lottery/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class List> bool is_ascending_without_doubles(List const& list) {
    return std::ranges::adjacent_find(list, std::ranges::greater_equal{}) == list.end();
}

std::string objection_to_entries(PublicLottery const& lottery) {
    std::vector<std::string> ids;
    for (auto const& entry : lottery.entries) ids.push_back(entry.id);
    if (!is_ascending_without_doubles(ids)) return "the entries do not ascend by their ids, or one is there twice";
    int const quotas = static_cast<int>(lottery.quotas.rows.size());
    auto const& features = lottery.quotas.feature_of;
    for (auto const& entry : lottery.entries) {
        std::vector<int> own;
        for (int const quota : entry.quotas) {
            if (quota < 0 || quota >= quotas) return fmt::format("{} has a value without a quota", entry.id);
            own.push_back(features[at(quota)]);
        }
        if (own.size() != lottery.quotas.features.size() || !is_ascending_without_doubles(own))
            return fmt::format("{} does not have one value of every feature", entry.id);
    }
    return {};
}

std::string objection_to_panel(PublicLottery const& lottery, std::vector<int> const& panel) {
    if (std::ssize(panel) != lottery.rules.size) return fmt::format("has {} members", panel.size());
    if (panel.front() < 0 || at(panel.back()) >= lottery.entries.size() || !is_ascending_without_doubles(panel))
        return "names its members out of order, twice, or from outside the pool";
    std::vector<int> sums(lottery.quotas.rows.size());
    std::map<int, int> homes;
    for (int const member : panel) {
        auto const& entry = lottery.entries[at(member)];
        for (int const quota : entry.quotas) ++sums[at(quota)];
        if (entry.household > 0 && lottery.rules.per_household > 0 &&
            ++homes[entry.household] > lottery.rules.per_household)
            return fmt::format("holds too many of the household of {}", entry.id);
    }
    for (std::size_t row = 0; row < sums.size(); ++row) {
        auto const& quota = lottery.quotas.rows[row];
        if (sums[row] < quota.min || sums[row] > quota.max)
            return fmt::format("has {} of {} = {}, not {} to {}", sums[row], quota.feature, quota.value, quota.min,
                               quota.max);
    }
    return {};
}

}  // namespace

std::string objection_to(PublicLottery const& lottery) {
    if (lottery.panels.empty() || lottery.rules.size < 1) return "there are no panels";
    if (auto objection = objection_to_entries(lottery); !objection.empty()) return objection;
    for (std::size_t panel = 0; panel < lottery.panels.size(); ++panel) {
        auto const objection = objection_to_panel(lottery, lottery.panels[panel]);
        if (objection.empty()) continue;
        return fmt::format("panel {} {}", padded(static_cast<int>(panel), lottery.panels.size()), objection);
    }
    if (!std::ranges::is_sorted(lottery.panels)) return "the panels are not numbered in their canonical order";
    return {};
}

std::string objection_to_pool(PublicLottery const& lottery, People const& people, Quotas const& quotas) {
    auto const same = [](Quota const& one, Quota const& other) {
        return one.feature == other.feature && one.value == other.value && one.min == other.min && one.max == other.max;
    };
    if (!std::ranges::equal(lottery.quotas.rows, quotas.rows, same))
        return "its quotas are not those of " + quotas.file;
    std::map<std::string_view, Person const*> known;
    for (auto const& person : people.members) known[person.id] = &person;
    if (known.size() != lottery.entries.size()) return "it has not as many people as " + people.file;
    for (auto const& entry : lottery.entries) {
        auto const found = known.find(entry.id);
        if (found == known.end()) return entry.id + " is not in " + people.file;
        if (found->second->quotas != entry.quotas) return entry.id + " has other values in " + people.file;
    }
    return {};
}

Outcome<Replay> replay(PublicLottery const& lottery, Salt const& salt, Commitment const& published,
                       Randomness const& randomness) {
    Replay result{.objection = objection_to(lottery)};
    if (result.objection.empty() && commit(lottery, salt) != published)
        result.objection = "the opened lottery is not the one that was sealed";
    if (!result.objection.empty()) return result;
    auto const number = drawn_number(hash_of(published), randomness, published.panels);
    if (!number) return number.problems();
    result.number = *number;
    for (int const member : lottery.panels[at(*number)]) result.members.push_back(lottery.entries[at(member)].id);
    result.change = change_of(lottery);
    result.holds = true;
    return result;
}

}  // namespace lenkwerk::sortition::lottery
