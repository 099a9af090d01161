#pragma once
// The weighting that a description asks for, step by step: nonresponse, known population figures, a cut.
#include "cores/survey_statistics/survey_columns.hpp"

namespace lenkwerk::survey_statistics {

struct WeightedSurvey {
    ProbabilitySample sample;  // those who did not answer have weight 0
    std::vector<WeightingStep> steps;
};

// Replicate weights pass through the same steps. `answered`: one a row. Refuses what nonresponse_weights, rake,
// post_stratify, calibrate and trim refuse: what the answers cause with their file and line, what the population figures cause
// with those of the description.
Outcome<WeightedSurvey> weighted_survey(AnswerColumns const& columns, SurveyDescription const& description,
                                        std::map<std::string, Factor> const& factors, ProbabilitySample sample,
                                        std::vector<std::uint8_t> const& answered);

}  // namespace lenkwerk::survey_statistics
