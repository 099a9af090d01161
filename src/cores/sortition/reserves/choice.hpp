#pragma once
// The search for the reserves that serve the futures best.
#include "cores/sortition/reserves/outlook.hpp"

namespace lenkwerk::sortition::reserves {

// Whether there are so few ways to choose `number` of the kinds that each can be looked at.
bool can_look_at_all(std::vector<Kind> const& kinds, int number);

// Every choice is looked at; the best.
Counts best_of_all(Outlook const& outlook, std::vector<Kind> const& kinds, int number);

// Chosen one after the other, or `other` if that is better; then exchanges as long as one helps and the work is not too
// much. Never worse than `other` for the futures of the outlook.
Counts best_by_exchanges(Outlook& outlook, std::vector<Kind> const& kinds, int number, Counts const& other);

}  // namespace lenkwerk::sortition::reserves
