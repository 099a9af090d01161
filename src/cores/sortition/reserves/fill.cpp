#include "cores/sortition/reserves/fill.hpp"

#include <algorithm>
#include <map>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/engine/integer_program.hpp"
#include "cores/sortition/reserves/filling_search.hpp"

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int outside(Quota const& quota, int have) { return std::max({0, quota.min - have, have - quota.max}); }

int deviation_of(Quotas const& quotas, std::vector<int> const& have) {
    int sum = 0;
    for (std::size_t row = 0; row < have.size(); ++row) sum += outside(quotas.rows[row], have[row]);
    return sum;
}

// Of a kind: as many as there are, and as its household still has room for.
int most_of(Vacancy const& vacancy, std::vector<Kind> const& kinds, int kind) {
    int const household = kinds[at(kind)].household;
    int const room = household < 0 ? vacancy.seats : vacancy.room[at(household)];
    return std::min({vacancy.available[at(kind)], room, vacancy.seats});
}

int by_integer_program(Vacancy const& vacancy, std::vector<Kind> const& kinds, int seats) {
    engine::IntegerProgram program;
    using Terms = engine::IntegerProgram::Terms;
    std::vector<Terms> rows(vacancy.have.size()), households(vacancy.room.size());
    Terms all;
    for (int kind = 0; kind < std::ssize(kinds); ++kind) {
        int const variable = program.add_variable(0, most_of(vacancy, kinds, kind), 0);
        all.emplace_back(variable, 1);
        for (int const row : kinds[at(kind)].quotas) rows[at(row)].emplace_back(variable, 1);
        if (int const home = kinds[at(kind)].household; home >= 0) households[at(home)].emplace_back(variable, 1);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto const& quota = vacancy.quotas->rows[row];
        rows[row].emplace_back(program.add_variable(0, program.kFree, 1), 1);
        rows[row].emplace_back(program.add_variable(0, program.kFree, 1), -1);
        program.add_row(rows[row], quota.min - vacancy.have[row], quota.max - vacancy.have[row]);
    }
    for (std::size_t home = 0; home < households.size(); ++home) {
        if (!households[home].empty()) program.add_row(households[home], 0, vacancy.room[home]);
    }
    program.add_row(all, seats, seats);
    auto const point = program.minimise();
    if (!point) throw std::logic_error("seats that can be filled cannot be filled");
    auto have = vacancy.have;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (int const row : kinds[kind].quotas) have[at(row)] += static_cast<int>((*point)[kind]);
    }
    return deviation_of(*vacancy.quotas, have);
}

}  // namespace

Filling best_filling(Vacancy const& vacancy, std::vector<Kind> const& kinds, std::int64_t nodes) {
    Supply const supply(*vacancy.quotas, kinds, vacancy.available);
    auto found = FillingSearch(*vacancy.quotas, kinds).run(vacancy, supply, nodes);
    if (!found.proven)
        found.filling.deviation = by_integer_program(vacancy, kinds, vacancy.seats - found.filling.empty);
    return found.filling;
}

std::vector<Kind> kinds_of(People const& people, std::vector<int> const& candidates, PanelRules const& rules,
                           std::vector<std::string>& households) {
    std::map<std::string, int> number;
    std::map<std::pair<std::vector<int>, int>, std::size_t> place;
    std::vector<Kind> kinds;
    for (int const candidate : candidates) {
        auto const& person = people.members[at(candidate)];
        int household = -1;
        if (rules.per_household > 0 && !person.household.empty()) {
            auto const [entry, is_new] = number.try_emplace(person.household, static_cast<int>(households.size()));
            if (is_new) households.push_back(person.household);
            household = entry->second;
        }
        auto const [entry, is_new] = place.try_emplace({person.quotas, household}, kinds.size());
        if (is_new) kinds.push_back({person.quotas, household, {}});
        kinds[entry->second].people.push_back(candidate);
    }
    return kinds;
}

Vacancy vacancy_of(People const& people, Quotas const& quotas, PanelRules const& rules, std::vector<int> const& staying,
                   std::vector<Kind> const& kinds, std::vector<std::string> const& households) {
    Vacancy vacancy{
        &quotas, std::vector<int>(quotas.rows.size()), {}, {}, rules.size - static_cast<int>(staying.size())};
    std::map<std::string, int> living;
    for (int const person : staying) {
        for (int const row : people.members[at(person)].quotas) ++vacancy.have[at(row)];
        ++living[people.members[at(person)].household];
    }
    for (auto const& household : households)
        vacancy.room.push_back(std::max(0, rules.per_household - living[household]));
    for (auto const& kind : kinds) vacancy.available.push_back(kind.count());
    return vacancy;
}

void take(Vacancy& vacancy, std::vector<Kind> const& kinds, int kind) {
    for (int const row : kinds[at(kind)].quotas) ++vacancy.have[at(row)];
    if (int const household = kinds[at(kind)].household; household >= 0) --vacancy.room[at(household)];
    --vacancy.available[at(kind)];
    --vacancy.seats;
}

std::vector<int> draw_filling(People const& people, Vacancy vacancy, std::vector<Kind> const& kinds,
                              std::string const& seed) {
    std::map<Digest, std::pair<int, int>> order;  // to person and kind
    for (int kind = 0; kind < std::ssize(kinds); ++kind) {
        for (int const person : kinds[at(kind)].people)
            order[sha256(seed + "\n" + people.members[at(person)].id)] = {person, kind};
    }
    auto const best = best_filling(vacancy, kinds);
    std::vector<int> chosen;
    std::vector<char> ruled_out(kinds.size());  // what misses the best once misses it with fewer seats left, too
    for (auto const& [rank, candidate] : order) {
        auto const [person, kind] = candidate;
        if (vacancy.seats == best.empty) break;
        if (ruled_out[at(kind)] || most_of(vacancy, kinds, kind) < 1) continue;
        auto with = vacancy;
        take(with, kinds, kind);
        ruled_out[at(kind)] = best_filling(with, kinds) != best;
        if (ruled_out[at(kind)]) continue;
        vacancy = std::move(with);
        chosen.push_back(person);
    }
    std::ranges::sort(chosen);
    return chosen;
}

}  // namespace lenkwerk::sortition::reserves
