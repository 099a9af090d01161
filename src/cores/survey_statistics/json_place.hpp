#pragma once
// Where a member stands in a JSON text, so that a sentence about it can name line and column.
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::survey_statistics {

struct TextPlace {
    std::size_t line = 1;    // from 1
    std::size_t column = 1;  // in bytes, from 1
    bool operator==(TextPlace const&) const = default;
};

TextPlace place_of_byte(std::string_view text, std::size_t byte);

// The place of the member's name (of a list's entry: of its value) to which `steps` lead from the outermost value; list
// entries are steps "0", "1", …. Where a step leads nowhere, the deepest place that there is. `json` has to be valid.
TextPlace place_in(std::string_view json, std::vector<std::string> const& steps);

}  // namespace lenkwerk::survey_statistics
