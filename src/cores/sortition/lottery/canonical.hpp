#pragma once
// What is hashed, as text that any implementation can write: one line a fact, every text led by its length in bytes.
// The grammar stands in docs/api/lottery.md with test vectors.
#include <string>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/lottery/public_lottery.hpp"

namespace lenkwerk::sortition::lottery {

// "6:female": so that no content can be read in two ways.
std::string measured(std::string const& text);

// Rules, quotas and people, without panels.
std::string text_of_pool(PublicLottery const& lottery);
// The same and the panels: what is sealed.
std::string text_of(PublicLottery const& lottery);

// What one person is shown of the lottery: the own entry and the numbers of the own panels.
std::string text_of_entry(PublicLottery const& lottery, int entry, std::vector<int> const& panels, Digest const& nonce);

}  // namespace lenkwerk::sortition::lottery
