#pragma once
// The same estimate for every part of the population: districts, ages, groups, waves, and their crossings.
#include <string>
#include <vector>

#include "cores/survey_statistics/estimates.hpp"

namespace lenkwerk::survey_statistics {

// A category a row: code into `levels`, −1 where it is missing.
struct Factor {
    std::vector<std::int32_t> codes;
    std::vector<std::string> levels;
};

// The crossing of factors, levels of the first fastest, without the combinations that no row has.
struct Grouping {
    std::vector<std::int32_t> cell;                // per row; −1: in none
    std::vector<std::vector<std::string>> levels;  // per cell, one level a factor
    std::size_t cells() const { return levels.size(); }
};
Grouping crossed(std::vector<Factor> const& factors, std::span<double const> weights);

// One 0/1 column a level, NaN where the category is missing.
std::vector<std::vector<double>> indicators(Factor const& factor);

struct DomainEstimates {
    std::vector<std::vector<std::string>> levels;  // of the domains that hold answers
    Estimates estimates;                           // variable by variable, domains fastest
    std::vector<std::size_t> respondents;          // per domain
    std::size_t domains() const { return levels.size(); }
};

// With covariances between all estimates, or (faster) with variances alone on the diagonal.
enum class Covariances { full, variances_only };

// A domain in which nobody answered is left out; refuses survey.estimate.no_answers where none is left.
Outcome<DomainEstimates> domain_means(ProbabilitySample const& sample, Grouping const& grouping,
                                      Variables const& variables, Covariances covariances);
Outcome<DomainEstimates> domain_totals(ProbabilitySample const& sample, Grouping const& grouping,
                                       Variables const& variables, Covariances covariances);

}  // namespace lenkwerk::survey_statistics
