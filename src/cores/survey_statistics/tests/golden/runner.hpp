#pragma once
// Runs every case of a folder and compares result by result.
#include <filesystem>
#include <string>
#include <vector>

namespace lenkwerk::survey_statistics::golden {

struct Report {
    std::size_t cases = 0;
    std::size_t results = 0;
    std::size_t untestable = 0;  // results of which the reference itself says that they are an approximation
    std::vector<std::string> differing = {};  // one sentence a result
};
Report run_folder(std::filesystem::path const& folder);

}  // namespace lenkwerk::survey_statistics::golden
