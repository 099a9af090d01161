#include "cores/survey_statistics/report_tests.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cores/survey_statistics/ranks.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/tables.hpp"

namespace lenkwerk::survey_statistics {
namespace {

// The places on the scale, or the numbers.
std::vector<double> ranked(ItemAnswers const& answers) {
    if (answers.points.levels.empty()) return answers.value;
    std::vector<double> places;
    for (auto const code : answers.points.codes) places.push_back(code < 0 ? std::nan("") : code + 1.0);
    return places;
}

}  // namespace

void add_tests(Report& report, ProbabilitySample const& sample, ItemAnswers const& answers, Factor const& groups) {
    auto const take = [&](std::string test, auto const& outcome, auto const& read) {
        if (outcome) {
            report.tests.push_back(read(std::move(test), *outcome));
        } else {
            report.notes.push_back(fmt::format("{} is undefined: {}", test, sentence(outcome.problems().front())));
        }
    };
    if (answers.points.levels.size() > 1) {
        take("Rao-Scott test of the distributions",
             independence(sample, groups, answers.points, IndependenceTest::second_order),
             [](std::string test, TestResult const& result) {
                 return ReportTest{std::move(test), result.statistic, result.degrees, result.p_value};
             });
    }
    take("Design-based rank test", rank_test(sample, ranked(answers), groups, RankScore::wilcoxon),
         [](std::string test, RankTest const& result) {
             return ReportTest{
                 std::move(test), result.statistic, {result.numerator, result.denominator}, result.p_value};
         });
}

}  // namespace lenkwerk::survey_statistics
