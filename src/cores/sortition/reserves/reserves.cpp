#include "cores/sortition/reserves/reserves.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cores/sortition/digest.hpp"

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

using Counts = std::vector<int>;  // of reserves, one a kind

constexpr std::int64_t kEveryChoice = 3000;  // so many choices are all looked at

class Futures {
public:
    Futures(People const& people, Quotas const& quotas, PanelRules const& rules, std::vector<Kind> const& kinds,
            std::vector<std::string> const& households, std::vector<std::vector<int>> const& staying)
        : quotas_(quotas), kinds_(kinds) {
        for (auto const& members : staying) {
            auto vacancy = vacancy_of(people, quotas, rules, members, kinds, households);
            ++times_[{vacancy.have, vacancy.room}];
            vacancies_.try_emplace({vacancy.have, vacancy.room}, std::move(vacancy));
            ++scenarios_;
        }
    }

    // Sum over the futures of what is missing. Stops early once `enough` is reached.
    std::int64_t total(Counts const& reserves, std::int64_t enough = std::numeric_limits<std::int64_t>::max()) {
        std::int64_t sum = 0;
        for (auto& [key, vacancy] : vacancies_) {
            vacancy.available = reserves;
            sum += std::int64_t{times_.at(key)} * best_filling(vacancy, kinds_).total(quotas_);
            if (sum >= enough) break;
        }
        return sum;
    }

    // Everybody stands ready in every future: less than that no reserves can reach.
    std::int64_t least() {
        Counts all;
        for (auto const& kind : kinds_) all.push_back(kind.count());
        return total(all);
    }

    Prospect prospect(Counts const& reserves) {
        Prospect result;
        for (auto& [key, vacancy] : vacancies_) {
            vacancy.available = reserves;
            auto const filling = best_filling(vacancy, kinds_);
            double const share = static_cast<double>(times_.at(key)) / scenarios_;
            result.deviation += share * filling.deviation;
            result.empty += share * filling.empty;
            if (filling == Filling{}) result.perfect += share;
        }
        return result;
    }

    int scenarios() const { return scenarios_; }

private:
    using Key = std::pair<std::vector<int>, std::vector<int>>;
    Quotas const& quotas_;
    std::vector<Kind> const& kinds_;
    std::map<Key, Vacancy> vacancies_;  // futures that come to the same are one
    std::map<Key, int> times_;
    int scenarios_ = 0;
};

// Ways to choose `number` of the kinds, up to kEveryChoice + 1.
std::int64_t choices(std::vector<Kind> const& kinds, int number) {
    std::vector<std::int64_t> ways(at(number) + 1);
    ways[0] = 1;
    for (auto const& kind : kinds) {
        for (int sum = number; sum > 0; --sum) {
            for (int count = 1; count <= std::min(kind.count(), sum); ++count)
                ways[at(sum)] = std::min(kEveryChoice + 1, ways[at(sum)] + ways[at(sum - count)]);
        }
    }
    return ways.back();
}

class Choice {
public:
    Choice(Futures& futures, std::vector<Kind> const& kinds, int number)
        : futures_(futures), kinds_(kinds), number_(number), now_(kinds.size()) {}

    Counts every() {
        enumerate(0, number_);
        return best_;
    }

    // One after the other whoever helps most, then exchanges as long as one helps.
    Counts step_by_step() {
        for (int i = 0; i < number_; ++i) add_best();
        while (exchange()) {
        }
        return now_;
    }

private:
    void enumerate(std::size_t kind, int left) {
        if (left == 0) return keep_if_better();
        if (kind == kinds_.size()) return;
        for (now_[kind] = std::min(left, kinds_[kind].count()); now_[kind] > 0; --now_[kind])
            enumerate(kind + 1, left - now_[kind]);
        enumerate(kind + 1, left);
    }

    void keep_if_better() {
        auto const total = futures_.total(now_, value_);
        if (total >= value_) return;
        value_ = total;
        best_ = now_;
    }

    void add_best() {
        int chosen = -1;
        auto least = std::numeric_limits<std::int64_t>::max();
        for (int kind = 0; kind < std::ssize(kinds_); ++kind) {
            if (now_[at(kind)] == kinds_[at(kind)].count()) continue;
            ++now_[at(kind)];
            if (auto const total = futures_.total(now_, least); total < least) least = total, chosen = kind;
            --now_[at(kind)];
        }
        ++now_[at(chosen)];
        value_ = least;
    }

    bool exchange() {
        for (int out = 0; out < std::ssize(kinds_); ++out) {
            if (now_[at(out)] == 0) continue;
            for (int in = 0; in < std::ssize(kinds_); ++in) {
                if (in == out || now_[at(in)] == kinds_[at(in)].count()) continue;
                --now_[at(out)], ++now_[at(in)];
                auto const total = futures_.total(now_, value_);
                if (total < value_) {
                    value_ = total;
                    return true;
                }
                ++now_[at(out)], --now_[at(in)];
            }
        }
        return false;
    }

    Futures& futures_;
    std::vector<Kind> const& kinds_;
    int number_;
    Counts now_, best_;
    std::int64_t value_ = std::numeric_limits<std::int64_t>::max();
};

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
        return Futures(people, quotas, request.rules, kinds, households,
                       futures(people, leaving, request.panel, request.seed + which, request.scenarios));
    };
    auto ahead = look("\nchosen by"), others = look("\nchecked by");
    Reserves reserves;
    reserves.exhaustive = choices(kinds, request.number) <= kEveryChoice;
    Choice choice(ahead, kinds, request.number);
    auto const counts = reserves.exhaustive ? choice.every() : choice.step_by_step();
    reserves.optimal = {people_of(people, kinds, counts, request.seed), ahead.prospect(counts),
                        others.prospect(counts)};
    auto const scaled = by_scaled_quotas(people, quotas, request, kinds, households);
    auto const scaled_counts = counts_of(kinds, scaled);
    reserves.scaled = {scaled, ahead.prospect(scaled_counts), others.prospect(scaled_counts)};
    reserves.none = others.prospect(Counts(kinds.size()));
    reserves.bound = static_cast<double>(ahead.least()) / ahead.scenarios();
    reserves.reached = static_cast<double>(ahead.total(counts)) / ahead.scenarios();
    return reserves;
}

}  // namespace lenkwerk::sortition::reserves
