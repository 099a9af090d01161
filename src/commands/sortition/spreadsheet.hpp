#pragma once
// Tables that come as XLSX: their first sheet as the CSV that everything else reads.
#include <string>
#include <string_view>

#include "base/outcome.hpp"

namespace lenkwerk::commands::sortition {

bool is_spreadsheet(std::string_view bytes);

// The first sheet that is not hidden. Line n is row n as the spreadsheet shows it, so that refusals name the right place; line
// breaks within a cell become spaces. Refuses what documents::read_spreadsheet refuses.
Outcome<std::string> csv_of_spreadsheet(std::string_view bytes);

}  // namespace lenkwerk::commands::sortition
