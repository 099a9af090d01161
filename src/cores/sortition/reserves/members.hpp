#pragma once
// Lists of people by their ids: a panel as it was drawn, reserves, who has withdrawn.
#include "cores/sortition/input/table.hpp"
#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::reserves {

// One id a line, or a CSV whose first column holds them; a first line of "id" or "nationbuilder_id" is a header.
// Refused: an id that is not in the pool, one that stands twice, a file without any.
Outcome<std::vector<int>> read_members(input::File const& file, People const& people);

}  // namespace lenkwerk::sortition::reserves
