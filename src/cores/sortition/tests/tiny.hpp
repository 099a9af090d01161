#pragma once
// Tiny random pools and the truth about them by enumeration of every panel.
#include <cstdint>
#include <optional>
#include <vector>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::tests {

// People of two features with quotas around a random panel, so that some, but not all, pools are feasible.
struct TinyPool {
    Quotas quotas;
    People people;
    PanelRules rules;
};
TinyPool tiny_pool(std::uint64_t seed);

// 30 people of eight features for two to four seats, nobody of a value twice unless it is common: few panels, many levels,
// and chances that the relaxation promises but no lottery gives.
TinyPool crossed_pool(std::uint64_t seed);

// Every feasible set of people, each ascending; household limit included.
std::vector<std::vector<int>> all_panels(TinyPool const& tiny);

// LEXIMIN over the listed panels, one chance a person, by one linear program a person and level, without types and without
// column generation. Nothing where there is no panel.
std::optional<std::vector<double>> brute_leximin(TinyPool const& tiny);

}  // namespace lenkwerk::sortition::tests
