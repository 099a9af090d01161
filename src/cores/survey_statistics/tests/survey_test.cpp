// From the files of a survey to what may be shown.
#include "cores/survey_statistics/survey.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "cores/survey_statistics/report.hpp"
#include "cores/survey_statistics/sentences.hpp"
#include "cores/survey_statistics/tests/town_survey.hpp"

namespace lenkwerk::survey_statistics {
namespace {

using fixture::replaced;

Outcome<Survey> load(std::string const& description, std::string const& answers) {
    auto const read = read_description(description, "survey.json");
    if (!read) return read.problems();
    auto const table = read_csv(answers);
    if (!table) return table.problems();
    return load_survey(*read, *table, "answers.csv");
}

RandomSurvey town() { return *random_survey(*load(fixture::kDescription, fixture::answers())); }

std::string refusal(std::string const& description, std::string const& answers) {
    auto const survey = load(description, answers);
    return survey ? "" : survey.problems().front().key + " | " + sentence(survey.problems().front());
}

TEST(Survey, is_weighted_to_its_margins_and_tells_what_each_step_cost) {
    auto const survey = town();
    EXPECT_EQ(survey.drawn, 360u);
    EXPECT_EQ(survey.responded, 324u);
    auto const weights = survey.sample.weights();
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 12000, 1e-6);
    ASSERT_EQ(survey.steps.size(), 3u);
    EXPECT_EQ(survey.steps[1].what, "nonresponse within district");
    EXPECT_GE(survey.steps[2].effect, 1);
}

TEST(Survey, leaves_answers_off_the_scale_out_of_the_share) {
    auto const survey = town();
    auto const answers = *item_of(survey, "night");
    for (std::size_t i = 0; i < answers.value.size(); ++i) {
        EXPECT_EQ(answers.points.codes[i] < 0, std::isnan(answers.value[i]));
    }
    EXPECT_EQ(answers.points.levels, (std::vector<std::string>{"very safe", "safe", "unsafe", "very unsafe"}));
}

TEST(Report, shows_all_and_every_domain_with_interval_and_wording) {
    auto const report = *estimate_report(town(), {"worry", {"district"}, 0.95});
    ASSERT_EQ(report.rows.size(), 4u);
    EXPECT_TRUE(report.rows[0].levels.empty());
    for (auto const& row : report.rows) {
        ASSERT_TRUE(row.value);
        EXPECT_LT(*row.lower, *row.value);
        EXPECT_GT(*row.upper, *row.value);
    }
}

TEST(Report, holds_nothing_of_a_hidden_cell_and_its_csv_neither) {
    auto const report = *estimate_report(town(), {"night", {"district", "age"}, 0.95});
    std::size_t hidden = 0;
    for (auto const& row : report.rows) {
        if (!row.wording.starts_with("survey.wording.suppress")) continue;
        ++hidden;
        EXPECT_FALSE(row.value || row.standard_error || row.lower || row.upper);
        EXPECT_FALSE(wording(row.wording).empty());
    }
    EXPECT_GT(hidden, 0u);
    EXPECT_EQ(to_csv(report).find("nan"), std::string::npos);
    EXPECT_NE(to_csv(report).find("suppress"), std::string::npos);
}

TEST(Report, distribution_sums_to_one) {
    double sum = 0;
    auto const report = *distribution_report(town(), {"night", {}, 0.95});
    for (auto const& row : report.rows) sum += row.value.value_or(0);
    EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Report, change_between_overlapping_waves_and_divergence_carry_corrected_p_values) {
    auto const change = *wave_report(town(), "wave", {"worry", {"district"}, 0.95});
    ASSERT_EQ(change.rows.size(), 4u);
    EXPECT_FALSE(change.rows[0].adjusted_p_value);
    for (std::size_t k = 1; k < 4; ++k) EXPECT_GE(*change.rows[k].adjusted_p_value, *change.rows[k].p_value);
    auto const divergence = *divergence_report(town(), "district", "North", {"worry", {}, 0.95});
    ASSERT_EQ(divergence.rows.size(), 2u);
    EXPECT_EQ(divergence.rows[0].levels, (std::vector<std::string>{"East"}));
}

TEST(Report, change_of_a_survey_against_itself_is_zero_and_its_variances_add) {
    auto const before = *estimate_report(town(), {"worry", {}, 0.95});
    auto const change = *change_report(town(), town(), {"worry", {}, 0.95});
    EXPECT_NEAR(*change.rows[0].value, 0, 1e-12);
    EXPECT_NEAR(*change.rows[0].standard_error, std::sqrt(2) * *before.rows[0].standard_error, 1e-9);
}

TEST(Report, distribution_by_domain_is_that_of_each_point_and_sums_to_one) {
    auto const report = *distribution_report(town(), {"night", {"district"}, 0.95});
    ASSERT_EQ(report.rows.size(), 4u * 4u);
    double all = 0;
    for (std::size_t r = 4; r < report.rows.size(); ++r) {
        EXPECT_EQ(report.rows[r].levels, report.rows[r - r % 4].levels);
        EXPECT_EQ(report.rows[r].point, report.rows[r % 4].point);
        all += report.rows[r].value.value_or(0);
    }
    EXPECT_NEAR(all, 3, 1e-9);
}

std::string wording_of(Report const& report, std::string const& level) {
    for (auto const& row : report.rows) {
        if (row.levels == std::vector<std::string>{level}) return row.wording;
    }
    return "no row";
}

// Where nobody of a domain answered in one of the waves there is no change, and the table says so.
TEST(Report, change_names_the_domains_that_only_one_side_has) {
    auto const answers_without = [](std::string const& domain) {
        auto text = fixture::answers();
        for (auto place = text.find(domain); place != std::string::npos; place = text.find(domain, place)) {
            auto const end = text.find('\n', place);
            auto const worry = text.rfind(',', end) + 1;
            text.erase(worry, end - worry);
            place = worry;
        }
        return *random_survey(*load(fixture::kDescription, text));
    };
    ReportRequest const by_district{"worry", {"district"}, 0.95};
    auto const west_is_silent = answers_without("West,");
    for (auto const& change :
         {*change_report(town(), west_is_silent, by_district), *change_report(west_is_silent, town(), by_district)}) {
        ASSERT_EQ(change.rows.size(), 4u);
        EXPECT_EQ(wording_of(change, "West"), "survey.wording.one_side");
        EXPECT_EQ(wording_of(change, "East"), "survey.wording.show");
        EXPECT_NE(to_csv(change).find("one_side"), std::string::npos);
    }
    EXPECT_EQ(wording_of(*divergence_report(west_is_silent, "district", "North", {"worry", {}, 0.95}), "West"),
              "survey.wording.one_side");
    EXPECT_FALSE(wording("survey.wording.one_side").empty());
}

TEST(Report, change_is_refused_where_the_waves_count_other_answers) {
    auto const other = *random_survey(
        *load(replaced(fixture::kDescription, "\"share\": [\"3\", \"4\"]", "\"share\": [\"4\"]"), fixture::answers()));
    EXPECT_EQ(change_report(town(), other, {"night", {}, 0.95}).problems().front().key, "survey.change.scales_differ");
}

TEST(SelfSelected, gives_counts_and_no_sample) {
    auto const description =
        replaced(fixture::kDescription, "\"title\"", "\"selection\": \"self_selected\", \"title\"");
    auto const survey = *load(description, fixture::answers());
    auto const& answers = std::get<SelfSelectedSurvey>(survey).items.front().second;
    std::size_t counted = 0;
    for (auto const& answer : answers.distribution({"1", "2", "3", "4", "5"})) counted += answer.count;
    EXPECT_EQ(counted, 324u);
    EXPECT_EQ(random_survey(survey).problems().front().key, "survey.import.self_selected");
    EXPECT_FALSE(wording(SelfSelectedAnswers::kWordingKey).empty());
}

struct BadInput {
    std::string key;
    std::string from;
    std::string to;
    std::string says;
};
class BadAnswers : public testing::TestWithParam<BadInput> {};
class BadDescription : public testing::TestWithParam<BadInput> {};

void expect_refusal(std::string const& said, BadInput const& bad) {
    EXPECT_TRUE(said.starts_with(bad.key + " | ")) << said;
    EXPECT_NE(said.find(bad.says), std::string::npos) << said;
}

TEST_P(BadAnswers, are_refused_with_line_column_and_remedy) {
    expect_refusal(refusal(fixture::kDescription, replaced(fixture::answers(), GetParam().from, GetParam().to)),
                   GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadAnswers,
    testing::Values(BadInput{"survey.import.unknown_column", ",weight,", ",gewicht,",
                             "answers.csv, line 1, weight: there is no such column"},
                    BadInput{"survey.import.not_a_number", "t1,4,37", "t1,4,many",
                             "line 3, worry: \"many\" is no number"},
                    BadInput{"survey.import.number_out_of_range", "t1,4,37", "t1,4,1e300", "line 3, worry: \"1e300\""},
                    BadInput{"survey.import.value_undeclared", "East,4000,33.333333333333336,1,young,t1,4,",
                             "East,4000,33.333333333333336,1,young,t1,9,", "line 3, night: \"9\" is not on the scale"},
                    BadInput{"survey.design.weight_invalid", "East,4000,33.333333333333336,", "East,4000,0,",
                             "answers.csv, line 3, weight: the weight is missing or not above 0"},
                    BadInput{"survey.design.weight_invalid", "East,4000,33.333333333333336,", "East,4000,,", "line 3"},
                    BadInput{"survey.design.population_differs", "West,3000,", "West,3001,", "residents"},
                    BadInput{"survey.design.population_invalid", "West,3000,", "West,,", "line 4"},
                    BadInput{"survey.import.level_undeclared", "East,4000,33.333333333333336,1,young",
                             "East,4000,33.333333333333336,1,teen", "\"teen\""},
                    BadInput{"survey.margin.category_missing", "East,4000,33.333333333333336,1,young",
                             "East,4000,33.333333333333336,1,", "age"},
                    BadInput{"survey.csv.column_count", "West,3000,", "West;3000,", "cells instead of 8"},
                    BadInput{"survey.csv.open_quotation", "\nEast", "\n\"East", "quotation"},
                    BadInput{"survey.csv.open_quotation", "district,", "\"district,", "line 1: a quotation"},
                    BadInput{"survey.csv.text_after_quotation", "\nEast", "\n\"Ea\"st", "line 3: text follows"},
                    BadInput{"survey.design.code_missing", "\nEast", "\n", "line 3, district: the unit or the stratum"},
                    BadInput{"survey.csv.duplicate_column", "age,wave", "age,age", "age"}));

TEST_P(BadDescription, is_refused_with_path_and_remedy) {
    expect_refusal(refusal(replaced(fixture::kDescription, GetParam().from, GetParam().to), fixture::answers()),
                   GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadDescription,
    testing::Values(
        BadInput{"survey.description.not_json", "\"title\":", "\"title\"", "survey.json, line 2, column "},
        BadInput{"survey.description.member_unknown",
                 "\"weighting\":", "\"wieghting\":", "survey.json, line 10, column 3, wieghting"},
        BadInput{"survey.description.member_missing", "\"name\": \"worry\", ", "",
                 "survey.json, line 8, column 5, items[1].name"},
        BadInput{"survey.description.member_invalid", "\"East\": 4000", "\"East\": \"4000\"",
                 "survey.json, line 10, column 71, weighting.margins.district.East"},
        BadInput{"survey.description.member_invalid", "\"stages\": [{", "\"replicate_count\": -3, \"stages\": [{",
                 "design.replicate_count: the member is not what is expected here (a whole number from 2"},
        BadInput{"survey.description.member_invalid", "\"stages\": [{", "\"stages\": [3, {", "design.stages[0]"},
        BadInput{"survey.description.member_invalid", "\"share\": [\"3\"", "\"share\": [\"6\"",
                 "items[0].share: the member is not what is expected here (values of the scale)"},
        BadInput{"survey.description.member_invalid", "\"name\": \"worry\"", "\"name\": \"night\"", "items[1].name"},
        BadInput{"survey.description.member_invalid",
                 "{\"district\": {\"East\": 4000, \"North\": 5000, \"West\": 3000}", "{\"district\": {}",
                 "weighting.margins.district"},
        BadInput{"survey.import.nobody_responded", "\"value\": \"1\"", "\"value\": \"yes\"", "answered"},
        BadInput{"survey.raking.totals_differ", "\"young\": 7000", "\"young\": 7500",
                 "survey.json, line 10, column 115, age: the margin sums to 12500, but district to 12000"},
        BadInput{"survey.margin.level_unanswered", "\"old\": 5000", "\"old\": 4000, \"oldest\": 1000",
                 "survey.json, line 10, column 136, age: nobody who answered belongs to oldest"},
        BadInput{"survey.margin.population_invalid", "\"old\": 5000", "\"old\": 0",
                 "survey.json, line 10, column 123, age: the population of old"},
        BadInput{"survey.raking.no_convergence", "\"age\": {\"old\": 5000, \"young\": 7000}",
                 "\"residents\": {\"3000\": 4000, \"4000\": 4000, \"5000\": 4000}",
                 "column 85, district: raking does not converge: North reaches 4000 instead of 5000"},
        BadInput{"survey.design.oversampled", "\"population\": \"residents\"", "\"population\": \"weight\"",
                 "answers.csv, line 2, weight: 120 units were drawn from a stratum of 41.6667"},
        BadInput{"survey.trimming.bounds_invalid", "\"weighting\": {", "\"weighting\": {\"trim\": 0.1, ",
                 "survey.json, line 10, column 17, trim: the mean weight"}));

TEST(Import, refuses_an_empty_file_and_unknown_names) {
    EXPECT_EQ(refusal(fixture::kDescription, "").substr(0, 16), "survey.csv.empty");
    EXPECT_EQ(estimate_report(town(), {"day", {}, 0.95}).problems().front().key, "survey.import.unknown_item");
    EXPECT_EQ(estimate_report(town(), {"worry", {"street"}, 0.95}).problems().front().key,
              "survey.import.unknown_factor");
    EXPECT_EQ(wave_report(town(), "district", {"worry", {}, 0.95}).problems().front().key,
              "survey.change.not_two_waves");
    EXPECT_EQ(divergence_report(town(), "district", "South", {"worry", {}, 0.95}).problems().front().key,
              "survey.divergence.unknown_reference");
}

TEST(Csv, reads_quotation_semicolons_and_windows_line_ends) {
    auto const table = read_csv(
        "\xEF\xBB\xBF"
        "a;b\r\n\"x;\"\"y\"\"\";2\r\n\r\n3;\"two\nlines\"\r\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->header(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table->cell(0, 0), "x;\"y\"");
    EXPECT_EQ(table->cell(1, 1), "two\nlines");
    EXPECT_EQ(table->line(1), 4u);
}

}  // namespace
}  // namespace lenkwerk::survey_statistics
