#include <gtest/gtest.h>

#include <cstdlib>

#include "cores/survey_statistics/tests/golden/runner.hpp"

namespace lenkwerk::survey_statistics {
namespace {

TEST(GoldenCases, agree_with_the_reference_within_their_tolerance) {
    auto const* shared = std::getenv("LENKWERK_SHARED");
    std::string const folder = std::string(shared != nullptr ? shared : "../shared") + "/data/statistics";
    auto const report = golden::run_folder(folder);
    if (report.cases == 0) GTEST_SKIP() << "NOT TESTED: no reference cases in " << folder << "; set LENKWERK_SHARED";
    EXPECT_GE(report.results, 275u);
    for (auto const& sentence : report.differing) ADD_FAILURE() << sentence;
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
