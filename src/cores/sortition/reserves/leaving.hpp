#pragma once
// How likely each member is to leave before or during a panel: given per value, or estimated from panels of the past.
#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::reserves {

// Log-odds of leaving: base + Σ effect of the person's values.
struct Leaving {
    double base = 0;
    std::vector<double> effect;  // one a quota
    double chance_of(Person const& person) const;
};

// The same for everybody. `chance` in (0, 1).
Leaving leaving_with(double chance, Quotas const& quotas);

// CSV `feature,value,chance`: how many of those with this value leave. Values that are not listed leave as often as `overall`.
// Values multiply the odds, as if features acted independently.
// Refused: unknown header, a feature or value without quota, a chance outside (0, 1).
Outcome<Leaving> read_leaving(input::File const& file, Quotas const& quotas, double overall);

// CSV with the columns of the quotas' features and `left` (1 or 0, yes or no, ja or nein), one row a member of an earlier
// panel: logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992), so that rare values stay near the
// average. Refused: a missing column, a value without quota, another word in `left`, nobody or everybody left.
Outcome<Leaving> estimate_leaving(input::File const& file, Quotas const& quotas, double ridge = 1);

}  // namespace lenkwerk::sortition::reserves
