#pragma once
// Somebody withdraws: who takes the seat, so that the quotas are kept, or missed by as little as possible.
#include "cores/sortition/reserves/fill.hpp"

namespace lenkwerk::sortition::reserves {

struct ReplacementRequest {
    PanelRules rules;
    std::vector<int> panel;       // people, as drawn
    std::vector<int> withdrawn;   // of them
    std::vector<int> candidates;  // reserves, or everybody else who said yes
    std::string seed;             // public randomness
};

// A quota that the new panel does not keep.
struct Missed {
    int quota = 0;
    int have = 0;
};

struct Replacement {
    std::vector<int> chosen;  // ascending
    std::vector<int> panel;   // the new one, ascending
    Filling filling;
    std::vector<Missed> missed;
};

// Candidates who sit on the panel or have withdrawn are passed over.
// Refused: somebody withdraws who is not on the panel, a panel that is larger than its size.
Outcome<Replacement> replace(People const& people, Quotas const& quotas, ReplacementRequest const& request);

}  // namespace lenkwerk::sortition::reserves
