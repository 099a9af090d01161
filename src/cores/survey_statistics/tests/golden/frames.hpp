#pragma once
// Data sets of the reference cases, and the variables that a formula names in them.
#include <filesystem>

#include "cores/survey_statistics/tests/golden/interpreter.hpp"

namespace lenkwerk::survey_statistics::golden {

// Columns of numbers stay numbers; others become factors with sorted levels. Empty and NA are missing.
Frame read_frame(std::filesystem::path const& file);
// Only the rows that are marked; levels that no row takes go.
Frame filtered(Frame const& frame, std::vector<double> const& marked);
Frame stacked(Frame const& first, Frame const& second);
void set_column(Frame& frame, std::string const& name, Column column);

Factor as_factor(Value const& value);
Factor factor_of(std::vector<std::string> const& texts);
Factor factor_of(std::vector<double> const& numbers);
Factor crossed_factor(Factor const& first, Factor const& second, std::string const& between);

// The right-hand side of ~a + b, term by term.
std::vector<Tree> terms(Tree const& formula);
// The left-hand side of y ~ a, null where there is none.
Tree response(Tree const& formula);

// Columns with names: numbers as they are, a factor as one 0/1 column a level.
struct Columns {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;
    Variables variables() const;
};
Columns expanded(Call const& call, Tree const& formula, FramePtr const& frame);
// The design matrix with an intercept, treatment contrasts and products.
Columns model_columns(Call const& call, Tree const& formula, FramePtr const& frame);

}  // namespace lenkwerk::survey_statistics::golden
