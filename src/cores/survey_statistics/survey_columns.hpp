#pragma once
// Columns of the answers, read as what the description declares them to be.
#include "cores/survey_statistics/survey.hpp"

namespace lenkwerk::survey_statistics {

// Squares and products of numbers between these stay far from where arithmetic ends.
inline constexpr double kLeastNumber = 1e-15;
inline constexpr double kMostNumber = 1e15;
bool is_computable(double number);

class AnswerColumns {
public:
    // `missing`: what stands in a cell that nobody filled in. `file`: the name that sentences mention.
    AnswerColumns(CsvTable const& table, std::vector<std::string> missing, std::string file)
        : table_(table), missing_(std::move(missing)), file_(std::move(file)) {}

    Outcome<std::size_t> column(std::string const& name) const;
    // Missing cells are NaN.
    Outcome<std::vector<double>> numbers(std::string const& name) const;
    // Levels sorted; missing cells are −1.
    Outcome<Factor> factor(std::string const& name) const;
    // Levels as given, others refused.
    Outcome<Factor> factor(std::string const& name, std::vector<std::string> const& levels) const;
    // No cell may be missing.
    Outcome<std::vector<std::uint32_t>> codes(std::string const& name) const;
    Outcome<ItemAnswers> answers(Item const& item) const;
    std::vector<std::string> texts(std::size_t column) const;
    // Names of the columns that begin so, as they stand in the file.
    std::vector<std::string> beginning_with(std::string const& prefix) const;

    // A refusal of the statistics, which speak of rows, with file and line; one that names its file already stays as it is.
    Problems placed(Problems problems) const;
    bool is_missing_cell(std::string_view cell) const;
    std::size_t rows() const { return table_.rows(); }

private:
    MessageArguments place(std::size_t row) const;

    CsvTable const& table_;
    std::vector<std::string> missing_;
    std::string file_;
};

}  // namespace lenkwerk::survey_statistics
