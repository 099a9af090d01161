#pragma once
// Do groups differ in an ordinal answer? Rank tests that know the design (Lumley and Scott 2013).
#include "cores/survey_statistics/domains.hpp"
#include "cores/survey_statistics/tables.hpp"

namespace lenkwerk::survey_statistics {

enum class RankScore { wilcoxon, van_der_waerden, median };

struct RankTest {
    double statistic = 0;   // two groups: t; more: χ² before it is divided by its degrees
    double difference = 0;  // two groups: difference of the mean scores
    double numerator = 0;   // groups − 1
    double denominator = 0;
    double p_value = 1;
};

// Ranks are estimated population ranks. Refuses survey.table.too_small (fewer than two groups), survey.table.no_degrees,
// survey.table.singular and survey.estimate.no_answers.
Outcome<RankTest> rank_test(ProbabilitySample const& sample, std::span<double const> answers, Factor const& groups,
                            RankScore score);

}  // namespace lenkwerk::survey_statistics
