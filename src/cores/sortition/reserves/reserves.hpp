#pragma once
// Who stands ready when members leave. Reserves are chosen so that, over many futures drawn by chance, the panel that they
// complete is as near to its quotas as can be (Assos, Baharav, Flanigan, Procaccia 2025, "Alternates, Assemble!").
#include "cores/sortition/reserves/fill.hpp"
#include "cores/sortition/reserves/leaving.hpp"

namespace lenkwerk::sortition::reserves {

struct ReservesRequest {
    PanelRules rules;
    std::vector<int> panel;  // people, as drawn
    int number = 0;          // of reserves
    int scenarios = 200;     // futures looked at
    std::string seed;        // public randomness: who of equals stands ready
};

// What a choice of reserves makes of the futures, on average.
struct Prospect {
    double deviation = 0;  // seats outside the quotas
    double empty = 0;      // seats that nobody takes
    double perfect = 0;    // share of futures in which every quota is kept and no seat is empty
};

struct ReserveChoice {
    std::vector<int> people;  // ascending
    Prospect expected;        // over the futures that it was chosen by
    Prospect checked;         // over as many others
};

struct Reserves {
    ReserveChoice optimal;
    // The simple rule for comparison: a small panel by quotas scaled to the number of reserves, rounded outwards.
    ReserveChoice scaled;
    Prospect none;            // without reserves, over the same futures as `checked`
    double bound = 0;         // Filling::total on average: no reserves of this number reach less
    double reached = 0;       // the same measure for `optimal`
    bool exhaustive = false;  // every choice was looked at: `optimal` is optimal for these futures
};

// Refused: nobody left to choose from, no reserves or more than there are candidates, more than kMostScenarios futures.
constexpr int kMostScenarios = 10'000;
Outcome<Reserves> choose_reserves(People const& people, Quotas const& quotas, Leaving const& leaving,
                                  ReservesRequest const& request);

// The futures: in scenario s a member leaves if the fraction that SHA-256(seed, newline, s, newline, id) spells is below
// their chance. Each lists who stays.
std::vector<std::vector<int>> futures(People const& people, Leaving const& leaving, std::vector<int> const& panel,
                                      std::string const& seed, int scenarios);

}  // namespace lenkwerk::sortition::reserves
