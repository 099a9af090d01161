#pragma once
// The names that the cases use without saying what they stand for, as the reference's scripts define them.
#include <filesystem>
#include <map>
#include <string>

#include "cores/survey_statistics/tests/golden/value.hpp"

namespace lenkwerk::survey_statistics::golden {

// Name → expression, computed when it is asked for. `case_file` holds data, design, notes and setup.
std::map<std::string, std::string> definitions(Json const& case_file);

// Data sets of the case under frame1, frame2, …, and figures of its design under popt, margins, …
void define_data(Json const& case_file, std::filesystem::path const& folder, Scope& scope);

}  // namespace lenkwerk::survey_statistics::golden
