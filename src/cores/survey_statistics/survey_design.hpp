#pragma once
// How the people of a survey were drawn, from the columns that the description names.
#include "cores/survey_statistics/survey_columns.hpp"

namespace lenkwerk::survey_statistics {

// With the replicate weights that stand in the answers, or made as the description asks. Refuses what the design refuses, with the
// file, line and column of the answers.
Outcome<ProbabilitySample> sample_of(AnswerColumns const& columns, SurveyDescription const& description);

}  // namespace lenkwerk::survey_statistics
