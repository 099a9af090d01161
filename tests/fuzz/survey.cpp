// Files of a survey are read or refused, and every refusal is a sentence. The input is the description, a line of ---, the answers.
#include "cores/survey_statistics/survey.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "tests/fuzz/input.hpp"

namespace {

using namespace lenkwerk;

template <class T> bool told(Outcome<T> const& outcome) {
    if (outcome) return true;
    for (auto const& problem : outcome.problems()) fuzz::must(!survey_statistics::sentence(problem).empty());
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string const text(fuzz::text_of(bytes, size));
    auto const middle = text.find("\n---\n");
    auto const description = survey_statistics::read_description(text.substr(0, middle), "survey.json");
    auto const table = survey_statistics::read_csv(middle == std::string::npos ? text : text.substr(middle + 5));
    if (told(description) && told(table)) told(survey_statistics::load_survey(*description, *table, "answers.csv"));
    return 0;
}
