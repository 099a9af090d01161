#pragma once
// The functions an expression may call, by subject.
#include "cores/survey_statistics/tests/golden/interpreter.hpp"

namespace lenkwerk::survey_statistics::golden {

void add_arithmetic(Builtins& builtins);
void add_structures(Builtins& builtins);
void add_indexing(Builtins& builtins);
void add_designs(Builtins& builtins);
void add_weighting(Builtins& builtins);
void add_estimators(Builtins& builtins);
void add_intervals(Builtins& builtins);
void add_tests(Builtins& builtins);
void add_areas(Builtins& builtins);
Builtins all_builtins();

// The value, or the refusal as what went wrong.
template <class T> T must(Outcome<T> outcome) {
    if (!outcome)
        throw Undefined("refused: " + outcome.problems().front().key + " " + outcome.problems().front().field);
    return std::move(*outcome);
}

}  // namespace lenkwerk::survey_statistics::golden
