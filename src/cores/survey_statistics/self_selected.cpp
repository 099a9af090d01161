#include "cores/survey_statistics/self_selected.hpp"

namespace lenkwerk::survey_statistics {

std::vector<AnswerCount> SelfSelectedAnswers::distribution(std::vector<std::string> const& scale) const {
    std::map<std::string, std::size_t> counts;
    for (auto const& answer : answers_) {
        if (!answer.empty()) ++counts[answer];
    }
    std::vector<AnswerCount> result;
    for (auto const& answer : scale) {
        result.push_back({answer, counts[answer]});
        counts.erase(answer);
    }
    for (auto const& [answer, count] : counts) result.push_back({answer, count});
    return result;
}

}  // namespace lenkwerk::survey_statistics
