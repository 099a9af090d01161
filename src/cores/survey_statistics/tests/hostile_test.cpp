// Whatever the files hold: an answer in finite figures, or a refusal with its sentence.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "cores/survey_statistics/report.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/tests/town_survey.hpp"

namespace lenkwerk::survey_statistics {
namespace {

// Some bytes changed, doubled or left out; some numbers pushed to where arithmetic ends.
std::string damaged(std::string text) {
    auto const count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count && !text.empty(); ++i) {
        auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
        auto const length = *rc::gen::inRange<std::size_t>(1, 12);
        switch (*rc::gen::inRange(0, 4)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, text.substr(at, length)); break;
            case 2:
                text[at] = *rc::gen::element(',', ';', '"', '\n', '-', '0', '9', 'e', '.', '\0', '{', ']', '\xFF');
                break;
            default:
                text.insert(at, *rc::gen::element<std::string>("e308", "e-320", "1e200", "-", "nan", "inf", "00000"));
        }
    }
    return text;
}

void expect_finite(Report const& report) {
    for (auto const& row : report.rows) {
        for (auto const& value : {row.value, row.standard_error, row.lower, row.upper, row.design_effect, row.p_value,
                                  row.adjusted_p_value}) {
            RC_ASSERT(!value || std::isfinite(*value));
        }
        RC_ASSERT(row.value.has_value() || !wording(row.wording).empty());
    }
    for (auto const& test : report.tests) RC_ASSERT(std::isfinite(test.statistic) && std::isfinite(test.p_value));
}

template <class T> bool told(Outcome<T> const& outcome) {
    if (outcome) return true;
    for (auto const& problem : outcome.problems()) RC_ASSERT(!sentence(problem).empty());
    return false;
}

void expect_report(Outcome<Report> const& report) {
    if (told(report)) expect_finite(*report);
}

void expect_reports(RandomSurvey const& survey) {
    for (std::string const item : {"night", "worry"}) {
        for (auto const figure : {Figure::item, Figure::total, Figure::ratio, Figure::quantile}) {
            expect_report(estimate_report(survey, {item, {"district", "age"}, 0.95, figure, "worry", 0.25}));
        }
        expect_report(wave_report(survey, "wave", {item, {"district"}, 0.95}));
        expect_report(divergence_report(survey, "district", "North", {item, {}, 0.95}));
        expect_report(change_report(survey, survey, {item, {"age"}, 0.95}));
    }
    expect_report(distribution_report(survey, {"night", {}, 0.95}));
}

RC_GTEST_PROP(HostileFiles, are_answered_in_finite_figures_or_refused_in_a_sentence, ()) {
    bool const in_answers = *rc::gen::arbitrary<bool>();
    auto const description = read_description(
        in_answers ? std::string(fixture::kDescription) : damaged(fixture::kDescription), "survey.json");
    if (!told(description)) return;
    auto const table = read_csv(in_answers ? damaged(fixture::answers()) : fixture::answers());
    if (!told(table)) return;
    auto survey = load_survey(*description, *table, "answers.csv");
    if (!told(survey)) return;
    auto const random = random_survey(std::move(*survey));
    if (told(random)) expect_reports(*random);
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
