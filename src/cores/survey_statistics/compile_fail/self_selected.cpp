// Self-selected answers where a random sample is required: refused by the compiler, not by a reviewer.
#include "cores/survey_statistics/self_selected.hpp"
#include "cores/survey_statistics/estimates.hpp"

namespace lenkwerk::survey_statistics {

#ifdef LENKWERK_CONTROL
Outcome<Estimates> shown(ProbabilitySample const& sample, Variables const& items) { return means(sample, items); }
#else
Outcome<Estimates> shown(SelfSelectedAnswers const& sample, Variables const& items) { return means(sample, items); }
#endif

}  // namespace lenkwerk::survey_statistics
