#pragma once
// Refusals that several estimators share; every key has its home here.
#include "base/outcome.hpp"

namespace lenkwerk::survey_statistics {

inline Problems no_answers() { return refuse("survey.estimate.no_answers"); }
inline Problems empty_replicate() { return refuse("survey.estimate.replicate_empty"); }
inline Problems too_few_replicates() { return refuse("survey.replicates.too_few", "replicates"); }
inline Problems no_degrees() { return refuse("survey.table.no_degrees"); }
inline Problems singular() { return refuse("survey.table.singular"); }
inline Problems too_few_groups() { return refuse("survey.table.too_small"); }
inline Problems without_spread() { return refuse("survey.interval.certain"); }
inline Problems lonely_stratum(std::size_t row) {
    return refuse("survey.design.lonely_stratum", "strata", {{"row", static_cast<std::int64_t>(row)}});
}
inline Problems category_missing(std::string const& margin, std::size_t row) {
    return refuse("survey.margin.category_missing", margin, {{"row", static_cast<std::int64_t>(row)}});
}

}  // namespace lenkwerk::survey_statistics
