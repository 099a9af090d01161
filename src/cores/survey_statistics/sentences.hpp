#pragma once
// What a refusal says to the person at the terminal: what is wrong, where it stands, what to do.
#include <string>
#include <vector>

#include "base/outcome.hpp"

namespace lenkwerk::survey_statistics {

// "answers.csv, line 17, column w_base: the weight is missing or not above 0: correct it or leave the row out." The place
// is taken from the arguments file, line, row and the field. An unknown key is a fault of the program (std::logic_error).
std::string sentence(Problem const& problem);
std::vector<std::string> known_refusals();

// The English sentence that stands beside a figure; keys as in display.hpp and self_selected.hpp.
std::string wording(std::string const& key);

}  // namespace lenkwerk::survey_statistics
