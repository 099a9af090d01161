#pragma once
// The tasks that are measured here and in R on the same data.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::survey_statistics::bench {

struct Task {
    std::string name;
    std::string r_code;  // an R expression that does the same
    double must = 0;     // milliseconds at most, 0: no requirement
    std::size_t repeats = 1;
    std::function<void()> run;
};

// A city of 12 districts, 1,702 answers of 3,000 drawn, weights raked to 4 margins; the data are written to `folder` for R.
std::vector<Task> city_tasks(std::filesystem::path const& folder);
// 100,000 answers, 40 items, 12 districts × 6 ages.
std::vector<Task> large_tasks();

}  // namespace lenkwerk::survey_statistics::bench
