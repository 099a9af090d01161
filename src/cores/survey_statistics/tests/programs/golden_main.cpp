// Runs the reference cases of LENKWERK_GOLDEN_DIR (or of the folder given) and says what differs.
#include <fmt/format.h>

#include <cstdlib>

#include "cores/survey_statistics/tests/golden/runner.hpp"

int main(int argc, char** argv) {
    auto const* from_environment = std::getenv("LENKWERK_GOLDEN_DIR");
    std::string const folder = argc > 1                      ? argv[1]
                               : from_environment != nullptr ? from_environment
                                                             : "../shared/data/statistics";
    auto const report = lenkwerk::survey_statistics::golden::run_folder(folder);
    if (report.cases == 0) {
        fmt::print(stderr, "no cases in {}: name a folder with *.json cases in LENKWERK_GOLDEN_DIR\n", folder);
        return 1;
    }
    for (auto const& sentence : report.differing) fmt::print("differs: {}\n", sentence);
    if (report.untestable > 0)
        fmt::print("{} result not compared: the reference approximates it by another method\n", report.untestable);
    fmt::print("{} cases, {} results, {} differ\n", report.cases, report.results, report.differing.size());
    return report.differing.empty() ? 0 : 1;
}
