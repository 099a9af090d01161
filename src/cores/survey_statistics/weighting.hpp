#pragma once
// From design weights to weights that agree with what is known of the population.
#include <string>
#include <vector>

#include "cores/survey_statistics/domains.hpp"

namespace lenkwerk::survey_statistics {

// Known population figures of one factor, level by level of the factor; all must be positive.
struct Margin {
    std::string name;
    Factor factor;
    std::vector<double> population;
};

// Nonresponse classes: in each class the respondents carry the weight of all who were drawn; the others get 0.
// Refuses survey.nonresponse.empty_class (a class without respondents), naming it: merge it with another.
Outcome<std::vector<double>> nonresponse_weights(std::span<double const> weights, Factor const& classes,
                                                 std::span<std::uint8_t const> responded);

// The same for weights whose classes are known to hold (of a replicate): a class without respondents carries nothing.
std::vector<double> carried_by_respondents(std::vector<double> const& weights, Factor const& classes,
                                           std::span<std::uint8_t const> responded);

// Weights scaled so that every level meets its population; replicates likewise. Refuses survey.margin.* as below.
Outcome<ProbabilitySample> post_stratify(ProbabilitySample const& sample, Margin const& margin);

// Iterative proportional fitting. Done when a cycle changes no cell of the crossed margins by more than `tolerance` of the
// population, or after `cycles`; then every margin has to be met to `acceptable` of the population.
struct RakingOptions {
    double tolerance = 1e-13;
    int cycles = 1000;
    double acceptable = 1e-9;
};

// Refuses survey.margin.level_unanswered (a level of the population that no respondent has), survey.margin.population_invalid
// (missing or ≤ 0), survey.margin.category_missing (a respondent without the category, with row), survey.margin.unknown_level,
// survey.raking.totals_differ (margins of different sums) and survey.raking.no_convergence, naming the margin and level farthest off.
Outcome<ProbabilitySample> rake(ProbabilitySample const& sample, std::vector<Margin> const& margins,
                                RakingOptions options = {});

enum class CalibrationDistance { linear, raking, logit };

struct CalibrationOptions {
    CalibrationDistance distance = CalibrationDistance::linear;
    double lower = 0;  // bounds of g = new/old weight; equal: none (linear, raking)
    double upper = 0;
};

// Deville and Särndal (1992): weights as close as possible to the old ones under which the totals of `variables` are
// `totals`. Refuses survey.calibration.no_convergence with the variable farthest off, survey.calibration.bounds_invalid
// (not lower < 1 < upper, or missing for logit), survey.calibration.missing_value (row).
Outcome<ProbabilitySample> calibrate(ProbabilitySample const& sample, Variables const& variables,
                                     std::vector<double> const& totals, CalibrationOptions options = {});

// Weights above `upper` (below `lower`) are cut to it and the excess is spread over the others in equal parts, again
// until all stand within. Refuses survey.trimming.bounds_invalid where the mean weight lies outside of the bounds.
Outcome<std::vector<double>> trim(std::vector<double> weights, double lower, double upper);

}  // namespace lenkwerk::survey_statistics
