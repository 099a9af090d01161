#pragma once
// Files of ids, as reserves, replace and report read and write them.
#include "commands/sortition/sortition.hpp"

namespace lenkwerk::commands::sortition {

// Indices into the pool; a file that names somebody else ends the command.
std::vector<int> members_in(std::string const& file, core::People const& people);

std::vector<std::string> ids_of(core::People const& people, std::vector<int> const& members);

// One id a line.
void write_members(std::string const& file, core::People const& people, std::vector<int> const& members);

}  // namespace lenkwerk::commands::sortition
