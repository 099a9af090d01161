// Files of a survey are read or refused, and every refusal is a sentence; what is estimated from them is a number or
// says why not. The input is the description, a line of ---, the answers.
#include <cmath>

#include "cores/survey_statistics/report.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "tests/fuzz/input.hpp"

namespace {

using namespace lenkwerk;
using namespace lenkwerk::survey_statistics;

template <class T> bool told(Outcome<T> const& outcome) {
    if (outcome) return true;
    for (auto const& problem : outcome.problems()) fuzz::must(!sentence(problem).empty());
    return false;
}

void check(Report const& report) {
    for (auto const& row : report.rows) {
        for (auto const& figure : {row.value, row.standard_error, row.lower, row.upper, row.design_effect}) {
            fuzz::must(!figure || std::isfinite(*figure));
        }
        fuzz::must(row.value || !wording(row.wording).empty());
    }
}

void estimate(RandomSurvey const& survey) {
    for (auto const& answers : survey.items) {
        ReportRequest request;
        request.item = answers.item.name;
        for (auto const& [factor, levels] : survey.factors) request.by = {factor};
        if (auto const report = estimate_report(survey, request); told(report)) check(*report);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string const text(fuzz::text_of(bytes, size));
    auto const middle = text.find("\n---\n");
    auto const description = read_description(text.substr(0, middle), "survey.json");
    auto const table = read_csv(middle == std::string::npos ? text : text.substr(middle + 5));
    if (!told(description) || !told(table)) return 0;
    auto const survey = load_survey(*description, *table, "answers.csv");
    if (!told(survey)) return 0;
    if (auto const* random = std::get_if<RandomSurvey>(&*survey)) estimate(*random);
    return 0;
}
