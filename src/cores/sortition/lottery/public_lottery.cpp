#include "cores/sortition/lottery/public_lottery.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/lottery/canonical.hpp"
#include "cores/sortition/lottery/deal.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr double kBillion = 1e9;
constexpr double kWeightsSum = 1e-6;

// The pool in the order that does not depend on the file, so that types have canonical numbers, too.
People in_order(People people) {
    std::ranges::sort(people.members, {}, &Person::id);
    return people;
}

std::vector<Entry> entries_of(People const& people, PanelRules const& rules) {
    std::map<std::string, int> living;
    for (auto const& person : people.members) ++living[person.household];
    std::map<std::string, int> number;
    std::vector<Entry> entries;
    for (auto const& person : people.members) {
        bool const shares = rules.per_household > 0 && !person.household.empty() && living[person.household] > 1;
        int const household = shares ? number.try_emplace(person.household, std::ssize(number) + 1).first->second : 0;
        entries.push_back({person.id, person.quotas, household, 0});
    }
    return entries;
}

// Which canonical type each type of the certificate is; nothing where one is not.
std::optional<std::vector<int>> matched(TypedPool const& pool, People const& people,
                                        proof::Certificate const& certificate) {
    std::unordered_map<std::string, int> type_of;
    for (int type = 0; type < pool.type_count(); ++type) {
        for (int const person : pool.types[at(type)].people) type_of[people.members[at(person)].id] = type;
    }
    std::vector<int> match;
    std::vector<char> taken(pool.types.size());
    for (auto const& ids : certificate.types) {
        auto const first = ids.empty() ? type_of.end() : type_of.find(ids.front());
        if (first == type_of.end() || taken[at(first->second)]) return std::nullopt;
        int const type = first->second;
        auto const is_of_type = [&](std::string const& id) { return type_of.contains(id) && type_of.at(id) == type; };
        if (std::ssize(ids) != pool.types[at(type)].count() || !std::ranges::all_of(ids, is_of_type))
            return std::nullopt;
        taken[at(type)] = true;
        match.push_back(type);
    }
    if (match.size() != pool.types.size()) return std::nullopt;
    return match;
}

Outcome<std::vector<WeightedPanel>> panels_of(TypedPool const& pool, People const& people,
                                              proof::Certificate const& certificate) {
    auto const refused = [&] { return refuse("sortition.lottery.other_pool", "certificate", {{"file", people.file}}); };
    auto const match = matched(pool, people, certificate);
    if (!match) return refused();
    double sum = 0;
    std::vector<WeightedPanel> panels;
    for (auto const& [panel, weight] : certificate.panels) {
        WeightedPanel canonical{{}, weight};
        for (auto const [type, count] : panel) {
            if (type < 0 || at(type) >= match->size()) return refused();
            canonical.panel.push_back({match->at(at(type)), count});
        }
        std::ranges::sort(canonical.panel);
        if (!is_feasible(pool, canonical.panel) || weight < 0) return refused();
        sum += weight;
        panels.push_back(std::move(canonical));
    }
    if (std::abs(sum - 1) > kWeightsSum) return refused();
    std::ranges::sort(panels, {}, [](auto const& weighted) { return std::tie(weighted.panel, weighted.weight); });
    return panels;
}

std::vector<Panel> copied(std::vector<WeightedPanel> const& panels, std::vector<int> const& copies) {
    std::vector<Panel> all;
    for (std::size_t i = 0; i < panels.size(); ++i) all.insert(all.end(), at(copies[i]), panels[i].panel);
    return all;
}

}  // namespace

Outcome<PublicLottery> prepare(People const& people, Quotas const& quotas, proof::Certificate const& certificate,
                               int number, Rounding rounding) {
    if (number < 1 || number > kMostPanels) {
        return refuse("sortition.lottery.number_of_panels", "panels",
                      {{"number", std::int64_t{number}}, {"most", std::int64_t{kMostPanels}}});
    }
    auto const ordered = in_order(people);
    auto const pool = group(ordered, quotas, certificate.rules);
    if (!pool) return pool.problems();
    auto const panels = panels_of(*pool, ordered, certificate);
    if (!panels) return panels.problems();
    PublicLottery lottery{
        certificate.rules, certificate.objective, rounding, quotas, entries_of(ordered, certificate.rules), {}};
    auto const chances = chances_of(*pool, *panels);
    for (std::size_t type = 0; type < chances.size(); ++type) {
        for (int const person : pool->types[type].people)
            lottery.entries[at(person)].chance = std::llround(chances[type] * kBillion);
    }
    // The random bits of rounding and dealing follow from the pool: nobody can choose them.
    auto const seed = hex(sha256(text_of_pool(lottery)));
    auto const copies =
        rounding == Rounding::pipage ? pipage(*panels, number, seed) : by_linear_program(*pool, *panels, number);
    lottery.panels = deal(*pool, ordered, copied(*panels, copies), seed);
    std::ranges::sort(lottery.panels);
    return lottery;
}

std::vector<int> panels_per_entry(PublicLottery const& lottery) {
    std::vector<int> panels(lottery.entries.size());
    for (auto const& panel : lottery.panels) {
        for (int const entry : panel) ++panels[at(entry)];
    }
    return panels;
}

RoundingChange change_of(PublicLottery const& lottery) {
    double const number = static_cast<double>(lottery.panels.size());
    auto const panels = panels_per_entry(lottery);
    RoundingChange change{0, 0, lottery.rules.size / number, 0};
    for (std::size_t i = 0; i < panels.size(); ++i) {
        double const wanted = static_cast<double>(lottery.entries[i].chance) / kBillion * number;
        double const by = std::abs(panels[i] - wanted);
        change.largest = std::max(change.largest, by / number);
        change.unavoidable = std::max(change.unavoidable, std::abs(wanted - std::round(wanted)) / number);
        change.mean += by / number / static_cast<double>(panels.size());
    }
    return change;
}

std::string padded(int panel, std::size_t panels) {
    auto const digits = std::to_string(panels - 1).size();
    auto const text = std::to_string(panel);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace lenkwerk::sortition::lottery
