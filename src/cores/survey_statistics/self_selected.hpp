#pragma once
// Answers of people who chose to answer, at the edge of a page or a stall: worth reading, and no sample of anybody.
// They are a type of their own, without weights or a design: nothing that gives a standard error, an interval or a test
// accepts them, and they cannot be added to a probability sample.
#include <map>
#include <string>
#include <vector>

namespace lenkwerk::survey_statistics {

struct AnswerCount {
    std::string answer;
    std::size_t count = 0;
};

class SelfSelectedAnswers {
public:
    // One answer a person, empty where it is missing.
    explicit SelfSelectedAnswers(std::vector<std::string> answers) : answers_(std::move(answers)) {}

    std::size_t people() const { return answers_.size(); }
    // How often each answer was given, in the order of `scale`; answers outside of it follow in their own order.
    std::vector<AnswerCount> distribution(std::vector<std::string> const& scale) const;
    // Whatever is shown of these answers stands beside this key's sentence.
    static constexpr char const* kWordingKey = "survey.wording.self_selected";

private:
    std::vector<std::string> answers_;
};

}  // namespace lenkwerk::survey_statistics
