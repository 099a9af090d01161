#pragma once
// Deals the seats of many panels to people, evenly: of one type everybody gets as many panels as everybody else, or one
// more.
#include <string>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::lottery {

// The members of each of `panels`, ascending. Turns are taken in the order of SHA-256(seed, newline, id). No household
// exceeds `rules.per_household`; where households hold people of several types, their turns may differ by more than one.
// `pool` must be what group() makes of `people` and `rules`.
std::vector<std::vector<int>> deal(TypedPool const& pool, People const& people, std::vector<Panel> const& panels,
                                   std::string const& seed);

}  // namespace lenkwerk::sortition::lottery
