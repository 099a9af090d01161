#pragma once
// Empty seats and who could take them: how near to its quotas a panel can be brought, and by whom.
#include <cstdint>
#include <string>
#include <vector>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::reserves {

// People who make no difference to each other: same values, and where it matters the same household.
struct Kind {
    std::vector<int> quotas;  // one a feature
    int household = -1;       // index into Vacancy::room; −1: no limit concerns them
    std::vector<int> people;  // indices into the pool
    int count() const { return static_cast<int>(people.size()); }
};

struct Vacancy {
    Quotas const* quotas = nullptr;
    std::vector<int> have;       // of each quota, among those who stay
    std::vector<int> room;       // of each household, how many more it may send
    std::vector<int> available;  // of each kind
    int seats = 0;               // to be filled
};

struct Filling {
    int empty = 0;      // seats that nobody is there for
    int deviation = 0;  // Σ over quotas of seats below the minimum or above the maximum
    // An empty seat is missing in every feature and as a seat: so none stays empty to please a quota.
    int total(Quotas const& quotas) const { return deviation + empty * (static_cast<int>(quotas.features.size()) + 1); }
    bool operator==(Filling const&) const = default;
};

// The nearest that the panel can come to its quotas when as many seats as possible are filled: branch and bound over kinds
// with a bound per feature; beyond `nodes` nodes an integer program by CBC answers. Exact either way.
Filling best_filling(Vacancy const& vacancy, std::vector<Kind> const& kinds, std::int64_t nodes = 20'000);

// Candidates grouped into kinds. `households` receives the names by which Kind::household counts.
std::vector<Kind> kinds_of(People const& people, std::vector<int> const& candidates, PanelRules const& rules,
                           std::vector<std::string>& households);

// The vacancy of a panel of which `staying` are left, with every candidate available.
Vacancy vacancy_of(People const& people, Quotas const& quotas, PanelRules const& rules, std::vector<int> const& staying,
                   std::vector<Kind> const& kinds, std::vector<std::string> const& households);

// Takes one of the kind: a seat less, a household with less room, quotas counted.
void take(Vacancy& vacancy, std::vector<Kind> const& kinds, int kind);

// Who takes the seats: candidates in the order of SHA-256(seed, newline, id) take one if, with them, the best filling can
// still be reached. So everybody of a kind is equally likely, and anybody can repeat it.
std::vector<int> draw_filling(People const& people, Vacancy vacancy, std::vector<Kind> const& kinds,
                              std::string const& seed);

}  // namespace lenkwerk::sortition::reserves
