#include "cores/sortition/reserves/reserves.hpp"

#include <algorithm>
#include <set>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/reserves/choice.hpp"

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::vector<int> people_of(People const& people, std::vector<Kind> const& kinds, Counts const& counts,
                           std::string const& seed) {
    std::vector<int> chosen;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        auto order = kinds[kind].people;
        std::ranges::sort(order, {}, [&](int person) { return sha256(seed + "\n" + people.members[at(person)].id); });
        chosen.insert(chosen.end(), order.begin(), order.begin() + counts[kind]);
    }
    std::ranges::sort(chosen);
    return chosen;
}

// A small panel by scaled quotas, rounded outwards.
std::vector<int> by_scaled_quotas(People const& people, Quotas const& quotas, ReservesRequest const& request,
                                  std::vector<Kind> const& kinds, std::vector<std::string> const& households) {
    auto scaled = quotas;
    for (auto& quota : scaled.rows) {
        quota.min = quota.min * request.number / request.rules.size;
        quota.max = (quota.max * request.number + request.rules.size - 1) / request.rules.size;
    }
    PanelRules const rules{request.number, request.rules.per_household};
    auto const vacancy = vacancy_of(people, scaled, rules, {}, kinds, households);
    return draw_filling(people, vacancy, kinds, request.seed);
}

Counts counts_of(std::vector<Kind> const& kinds, std::vector<int> const& people) {
    Counts counts;
    for (auto const& kind : kinds) {
        counts.push_back(static_cast<int>(
            std::ranges::count_if(kind.people, [&](int person) { return std::ranges::count(people, person) > 0; })));
    }
    return counts;
}

Problems refusal(ReservesRequest const& request, std::int64_t candidates) {
    if (request.number < 1 || request.number > candidates) {
        return refuse("sortition.reserves.number", "number",
                      {{"number", std::int64_t{request.number}}, {"candidates", candidates}});
    }
    if (request.scenarios < 1 || request.scenarios > kMostScenarios) {
        return refuse("sortition.reserves.scenarios", "scenarios",
                      {{"scenarios", std::int64_t{request.scenarios}}, {"most", std::int64_t{kMostScenarios}}});
    }
    return {};
}

}  // namespace

std::vector<std::vector<int>> futures(People const& people, Leaving const& leaving, std::vector<int> const& panel,
                                      std::string const& seed, int scenarios) {
    std::vector<std::vector<int>> result;
    for (int scenario = 0; scenario < scenarios; ++scenario) {
        auto& staying = result.emplace_back();
        auto const prefix = seed + "\n" + std::to_string(scenario) + "\n";
        for (int const person : panel) {
            auto const& member = people.members[at(person)];
            if (fraction(sha256(prefix + member.id)) >= leaving.chance_of(member)) staying.push_back(person);
        }
    }
    return result;
}

Outcome<Reserves> choose_reserves(People const& people, Quotas const& quotas, Leaving const& leaving,
                                  ReservesRequest const& request) {
    std::set<int> const panel(request.panel.begin(), request.panel.end());
    std::vector<int> candidates;
    for (int person = 0; person < std::ssize(people.members); ++person) {
        if (!panel.contains(person)) candidates.push_back(person);
    }
    if (auto problems = refusal(request, std::ssize(candidates)); !problems.empty()) return problems;
    std::vector<std::string> households;
    auto const kinds = kinds_of(people, candidates, request.rules, households);
    auto const look = [&](std::string const& which) {
        std::vector<Vacancy> vacancies;
        for (auto const& staying : futures(people, leaving, request.panel, request.seed + which, request.scenarios))
            vacancies.push_back(vacancy_of(people, quotas, request.rules, staying, kinds, households));
        return Outlook(std::move(vacancies), kinds);
    };
    auto ahead = look("\nchosen by"), others = look("\nchecked by");
    auto const choice = [&](Counts const& counts, std::vector<int> chosen) {
        return ReserveChoice{std::move(chosen), ahead.prospect(counts), others.prospect(counts)};
    };
    Reserves reserves;
    auto const scaled = by_scaled_quotas(people, quotas, request, kinds, households);
    auto const scaled_counts = counts_of(kinds, scaled);
    reserves.exhaustive = can_look_at_all(kinds, request.number);
    auto const counts = reserves.exhaustive ? best_of_all(ahead, kinds, request.number)
                                            : best_by_exchanges(ahead, kinds, request.number, scaled_counts);
    reserves.optimal = choice(counts, people_of(people, kinds, counts, request.seed));
    reserves.scaled = choice(scaled_counts, scaled);
    reserves.none = others.prospect(Counts(kinds.size()));
    reserves.bound = static_cast<double>(ahead.least()) / ahead.scenarios();
    reserves.reached = static_cast<double>(ahead.total(counts)) / ahead.scenarios();
    return reserves;
}

}  // namespace lenkwerk::sortition::reserves
