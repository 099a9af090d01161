#pragma once
// Columns of the answers, read as what the description declares them to be.
#include "cores/survey_statistics/survey.hpp"

namespace lenkwerk::survey_statistics {

class AnswerColumns {
public:
    AnswerColumns(CsvTable const& table, SurveyDescription const& description, std::string file)
        : table_(table), description_(description), file_(std::move(file)) {}

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

    // A refusal of the statistics, which speak of rows, with file and line.
    Problems placed(Problems problems, std::map<std::string, std::string> const& columns = {}) const;
    bool is_missing_cell(std::string_view cell) const;
    std::size_t rows() const { return table_.rows(); }

private:
    MessageArguments place(std::size_t row) const;

    CsvTable const& table_;
    SurveyDescription const& description_;
    std::string file_;
};

}  // namespace lenkwerk::survey_statistics
