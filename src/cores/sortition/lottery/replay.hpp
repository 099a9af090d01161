#pragma once
// The draw, done again from the opened lottery by whoever doubts it: every panel, every count, every hash.
#include <optional>

#include "cores/sortition/lottery/commitment.hpp"
#include "cores/sortition/lottery/randomness.hpp"

namespace lenkwerk::sortition::lottery {

struct Replay {
    bool holds = false;
    std::string objection;  // where it does not: what is wrong, one sentence
    int number = -1;        // of the panel that is drawn
    std::vector<std::string> members;
    RoundingChange change;
};

// `lottery` and `salt` as opened after the draw, `published` as it stood before it.
// Refused: what drawn_number() refuses.
Outcome<Replay> replay(PublicLottery const& lottery, Salt const& salt, Commitment const& published,
                       Randomness const& randomness);

// What is wrong with the lottery itself, whatever was promised: entries or panels out of order, a panel that breaks a
// quota, a household or the size. Empty: nothing.
std::string objection_to(PublicLottery const& lottery);

// Whether the lottery is about these people and quotas, with these values. Empty: it is.
std::string objection_to_pool(PublicLottery const& lottery, People const& people, Quotas const& quotas);

}  // namespace lenkwerk::sortition::lottery
