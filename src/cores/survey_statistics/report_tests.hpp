#pragma once
// Tests of a whole table, added to its report.
#include "cores/survey_statistics/report.hpp"

namespace lenkwerk::survey_statistics {

// Do the groups differ at all? Rao and Scott's test of the distributions, where the item has a scale, and a rank test. One that is
// undefined says why in a note.
void add_tests(Report& report, ProbabilitySample const& sample, ItemAnswers const& answers, Factor const& groups);

}  // namespace lenkwerk::survey_statistics
