// What the description can ask for: replicate weights, calibration, figures other than shares.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "cores/survey_statistics/report.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/tests/town_survey.hpp"

namespace lenkwerk::survey_statistics {
namespace {

using fixture::replaced;

Outcome<RandomSurvey> load(std::string const& description, std::string const& answers = fixture::answers()) {
    auto const read = read_description(description, "survey.json");
    if (!read) return read.problems();
    auto const table = read_csv(answers);
    if (!table) return table.problems();
    auto survey = load_survey(*read, *table, "answers.csv");
    if (!survey) return survey.problems();
    return random_survey(std::move(*survey));
}

std::string with_design(std::string const& members) {
    return replaced(fixture::kDescription, "\"weights\": \"weight\"", "\"weights\": \"weight\", " + members);
}
std::string with_calibration(std::string const& members) {
    return replaced(fixture::kDescription, "\"weighting\": {", "\"weighting\": {\"calibration\": {" + members + "}, ");
}

std::string refusal(Outcome<RandomSurvey> const& survey) {
    return survey ? "" : survey.problems().front().key + " | " + sentence(survey.problems().front());
}

double error_of(RandomSurvey const& survey) {
    return estimate_report(survey, {"worry", {}, 0.95})->rows[0].standard_error.value();
}

double weight_of(RandomSurvey const& survey, std::string const& factor, std::string const& level) {
    auto const found = *factor_of(survey, factor);
    double sum = 0;
    for (std::size_t i = 0; i < found.codes.size(); ++i) {
        if (found.codes[i] >= 0 && found.levels[static_cast<std::size_t>(found.codes[i])] == level) {
            sum += survey.sample.weights()[i];
        }
    }
    return sum;
}

TEST(Replication, by_every_method_comes_near_the_linearised_error) {
    auto const linear = error_of(*load(fixture::kDescription));
    EXPECT_NEAR(error_of(*load(with_design("\"replicates\": \"jackknife\""))) / linear, 1, 0.15);
    EXPECT_NEAR(
        error_of(*load(with_design("\"replicates\": \"bootstrap\", \"replicate_count\": 300, \"seed\": 4"))) / linear,
        1, 0.2);
}

// The answers with two replicate weights a row that differ by a tenth from the weight, up and down.
std::string answers_with_replicates() {
    auto text = fixture::answers();
    std::string result;
    std::size_t line = 0;
    for (std::size_t start = 0; start < text.size(); ++line) {
        auto const end = text.find('\n', start);
        auto const row = text.substr(start, end - start);
        auto const up = line % 2 == 0 ? "1.1,0.9" : "0.9,1.1";
        result += row + (line == 0 ? std::string(",rep1,rep2\n") : fmt::format(",{}\n", up));
        start = end + 1;
    }
    return result;
}

TEST(Replication, takes_weights_that_stand_in_the_answers) {
    auto const given =
        R"("replicates": "given", "given": {"columns": "rep", "method": "bootstrap", "combined": false})";
    auto const survey = load(with_design(given), answers_with_replicates());
    ASSERT_TRUE(survey) << refusal(survey);
    ASSERT_NE(survey->sample.replicates(), nullptr);
    EXPECT_EQ(survey->sample.replicates()->weights.columns, 2u);
    EXPECT_EQ(survey->sample.replicates()->scale, 1.0);
    EXPECT_GT(error_of(*survey), 0);
    // Each replicate was fitted to the margins, too.
    double sum = 0;
    for (std::size_t i = 0; i < survey->sample.rows(); ++i) sum += survey->sample.replicates()->weights(i, 1);
    EXPECT_NEAR(sum, 12000, 1e-6);
}

TEST(Replication, refuses_columns_and_parts_that_do_not_fit) {
    auto const ask = [](std::string const& members) {
        return refusal(
            load(with_design("\"replicates\": \"given\", \"given\": {" + members + "}"), answers_with_replicates()));
    };
    EXPECT_TRUE(ask(R"("columns": "none", "scale": 1)").starts_with("survey.replicates.too_few | survey.json, line 3"));
    EXPECT_TRUE(ask(R"("columns": ["rep1", "rep2"], "scale": 1, "parts": [1])").starts_with("survey.replicates.shape"));
    EXPECT_TRUE(ask(R"("columns": ["rep1", "rep9"], "scale": 1)").starts_with("survey.import.unknown_column"));
    EXPECT_TRUE(ask(R"("columns": "rep")").starts_with("survey.description.member_missing"));
    EXPECT_TRUE(ask(R"("columns": "rep", "scale": -1)").starts_with("survey.description.member_invalid"));
}

TEST(Replication, balanced_needs_pairs_and_takes_fays_factor) {
    EXPECT_TRUE(refusal(load(with_design("\"replicates\": \"brr\""))).starts_with("survey.replicates.not_paired"));
    std::string answers = "district,weight,worry\n";
    for (int i = 0; i < 40; ++i) answers += fmt::format("{},10,{}\n", i / 2, (i * 37) % 101);
    auto const description = [](std::string const& members) {
        return R"({"design": {"stages": [{"stratum": "district"}], "weights": "weight")" + members +
               R"(}, "items": [{"name": "worry"}]})";
    };
    auto const linear = error_of(*load(description(""), answers));
    EXPECT_NEAR(error_of(*load(description(R"(, "replicates": "brr")"), answers)), linear, 1e-9);
    EXPECT_NEAR(error_of(*load(description(R"(, "replicates": "brr", "fay": 0.3)"), answers)), linear, 1e-9);
}

TEST(Calibration, of_every_distance_meets_all_margins) {
    for (std::string const plan :
         {R"("distance": "linear")", R"("distance": "raking")", R"("distance": "logit", "bounds": [0.5, 2])",
          R"("distance": "linear", "bounds": [0.5, 2])"}) {
        auto const survey = load(with_calibration(plan));
        ASSERT_TRUE(survey) << plan << refusal(survey);
        EXPECT_NEAR(weight_of(*survey, "district", "East"), 4000, 1e-6) << plan;
        EXPECT_NEAR(weight_of(*survey, "age", "young"), 7000, 1e-6) << plan;
        EXPECT_EQ(survey->steps.back().what, "calibrated to district, age");
    }
}

TEST(Calibration, meets_the_total_of_a_column_and_says_where_it_cannot) {
    auto const survey = load(with_calibration(R"("totals": {"answered": 12000})"));
    ASSERT_TRUE(survey) << refusal(survey);
    auto const unreachable = refusal(load(with_calibration(R"("distance": "logit", "bounds": [0.99, 1.01])")));
    EXPECT_TRUE(unreachable.starts_with("survey.calibration.no_convergence | survey.json, line 10")) << unreachable;
    EXPECT_NE(unreachable.find("instead of"), std::string::npos);
    EXPECT_TRUE(
        refusal(load(with_calibration(R"("totals": {"height": 1})"))).starts_with("survey.import.unknown_column"));
    EXPECT_TRUE(
        refusal(load(with_calibration(R"("bounds": [2, 3])"))).starts_with("survey.calibration.bounds_invalid"));
}

TEST(Weights, that_were_cut_say_how_far_they_miss_the_margins) {
    auto const survey = load(replaced(fixture::kDescription, "\"weighting\": {", "\"weighting\": {\"trim\": 1.2, "));
    ASSERT_TRUE(survey) << refusal(survey);
    EXPECT_TRUE(survey->steps.back().what.starts_with("cut at "));
    EXPECT_NE(survey->steps.back().what.find("missed by"), std::string::npos);
}

ReportRow first_row(ReportRequest const& request) {
    return estimate_report(*load(fixture::kDescription), request)->rows[0];
}

TEST(Figures, total_of_a_share_is_the_share_of_those_on_the_scale) {
    auto const share = first_row({"night", {}, 0.95});
    auto const total = first_row({"night", {}, 0.95, Figure::total});
    EXPECT_LT(*total.value, *share.value * 12000);  // some do not know
    EXPECT_GT(*total.value, *share.value * 12000 * 0.7);
}

TEST(Figures, ratio_of_an_item_to_itself_is_1_without_error) {
    auto const row = first_row({"worry", {}, 0.95, Figure::ratio, "worry"});
    EXPECT_NEAR(*row.value, 1, 1e-12);
    EXPECT_NEAR(*row.standard_error, 0, 1e-12);
}

TEST(Figures, median_lies_within_its_interval_and_on_the_scale) {
    auto const row = first_row({"night", {}, 0.95, Figure::quantile, "", 0.5});
    EXPECT_GE(*row.value, 1);
    EXPECT_LE(*row.value, 4);
    EXPECT_LE(*row.lower, *row.value);
    EXPECT_GE(*row.upper, *row.value);
}

TEST(Figures, intervals_of_a_share_by_every_method_hold_it) {
    for (auto const method : {ProportionMethod::mean, ProportionMethod::logit, ProportionMethod::asin,
                              ProportionMethod::beta, ProportionMethod::likelihood}) {
        auto const row = first_row({"night", {}, 0.95, Figure::item, "", 0.5, method});
        EXPECT_LT(*row.lower, *row.value);
        EXPECT_GT(*row.upper, *row.value);
    }
}

TEST(Figures, design_effect_is_1_where_all_weights_and_strata_are_alike) {
    std::string answers = "weight,worry\n";
    for (int i = 0; i < 50; ++i) answers += fmt::format("10,{}\n", (i * 37) % 101);
    auto const survey = load(R"({"design": {"weights": "weight"}, "items": [{"name": "worry"}]})", answers);
    EXPECT_NEAR(*estimate_report(*survey, {"worry", {}, 0.95})->rows[0].design_effect, 1, 1e-9);
}

TEST(Figures, of_all_domains_at_once_are_those_of_each_domain_by_itself) {
    auto const survey = *load(fixture::kDescription);
    auto const report = *estimate_report(survey, {"worry", {"district"}, 0.95});
    auto const district = *factor_of(survey, "district");
    for (std::size_t d = 0; d < district.levels.size(); ++d) {
        auto alone = survey;
        std::vector<std::uint8_t> inside;
        for (auto const code : district.codes) inside.push_back(code == static_cast<std::int32_t>(d));
        alone.sample = survey.sample.within(inside);
        auto const& here = report.rows[d + 1];
        auto const there = estimate_report(alone, {"worry", {}, 0.95})->rows[0];
        EXPECT_NEAR(*here.value, *there.value, 1e-9);
        EXPECT_NEAR(*here.standard_error, *there.standard_error, 1e-9);
        EXPECT_NEAR(*here.lower, *there.lower, 1e-9);
        auto const worry = item_of(survey, "worry")->value;
        auto const effects =
            *design_effects(alone.sample, {{"worry", worry}}, Quantity::mean, SimpleSample::with_replacement);
        EXPECT_NEAR(*here.design_effect, effects[0], 1e-9);
    }
}

TEST(Figures, that_are_undefined_in_one_domain_leave_the_others_theirs) {
    std::string answers = "weight,part,worry,none\n";
    for (int i = 0; i < 100; ++i) {
        answers += fmt::format("10,{},{},{}\n", i % 2 == 0 ? "a" : "b", (i * 37) % 101, i % 2);
    }
    auto const survey = *load(
        R"({"design": {"weights": "weight"}, "items": [{"name": "worry"}, {"name": "none"}], "factors": ["part"]})",
        answers);
    auto const report = *estimate_report(survey, {"worry", {"part"}, 0.95, Figure::ratio, "none"});
    EXPECT_EQ(report.rows[1].wording, "survey.wording.undefined");
    EXPECT_FALSE(report.rows[1].value);
    EXPECT_TRUE(report.rows[2].value);
}

TEST(Figures, of_more_domains_than_a_table_takes_are_refused) {
    std::string answers = "weight,name,worry\n";
    for (int i = 0; i < 5001; ++i) answers += fmt::format("10,{},{}\n", i, i % 7);
    auto const survey =
        *load(R"({"design": {"weights": "weight"}, "items": [{"name": "worry"}], "factors": ["name"]})", answers);
    EXPECT_EQ(estimate_report(survey, {"worry", {"name"}, 0.95}).problems().front().key, "survey.domains.too_many");
    EXPECT_EQ(wave_report(survey, "name", {"worry", {}, 0.95}).problems().front().key, "survey.change.not_two_waves");
}

TEST(Figures, a_number_has_no_distribution) {
    EXPECT_EQ(distribution_report(*load(fixture::kDescription), {"worry", {}, 0.95}).problems().front().key,
              "survey.report.no_scale");
}

// Whoever subtracts the shown numbers of answers from the number of all must not find a hidden one.
TEST(Suppression, hides_the_number_of_answers_of_a_second_cell_too) {
    std::string answers = "weight,part,worry\n";
    for (int i = 0; i < 103; ++i) {
        answers += fmt::format("10,{},{}\n", i < 3 ? "few" : i < 50 ? "some" : "many", (i * 37) % 101);
    }
    auto const survey =
        load(R"({"design": {"weights": "weight"}, "items": [{"name": "worry"}], "factors": ["part"]})", answers);
    auto const report = *estimate_report(*survey, {"worry", {"part"}, 0.95});
    auto const without_size = std::ranges::count_if(report.rows, [](ReportRow const& row) { return !row.respondents; });
    EXPECT_EQ(without_size, 2);
}

TEST(Divergence, tests_whether_the_groups_differ_at_all) {
    auto const report = *divergence_report(*load(fixture::kDescription), "district", "North", {"night", {}, 0.95});
    ASSERT_EQ(report.tests.size(), 2u);
    for (auto const& test : report.tests) {
        EXPECT_GE(test.p_value, 0);
        EXPECT_LE(test.p_value, 1);
    }
    EXPECT_NE(to_csv(report).find("# Rao-Scott test"), std::string::npos);
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
