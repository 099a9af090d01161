// lenkwerk survey …, from the files to what is said.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/tests/command_line.hpp"
#include "cores/survey_statistics/tests/town_survey.hpp"

namespace lenkwerk::commands::tests {
namespace {

using nlohmann::json;
namespace fixture = survey_statistics::fixture;

class SurveyCommand : public testing::Test {
protected:
    // `lenkwerk survey NAME DESCRIPTION ANSWERS more…`
    Ran survey(std::string const& name, std::vector<std::string> const& more = {}) const {
        std::vector<std::string> arguments{"survey", name, description_, answers_};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return ran(arguments);
    }
    static json parsed(Ran const& run) {
        EXPECT_EQ(run.code, 0) << run.err;
        return json::parse(run.out);
    }

    Folder folder_;
    std::string description_ = folder_.file("survey.json", fixture::kDescription);
    std::string answers_ = folder_.file("answers.csv", fixture::answers());
};

TEST_F(SurveyCommand, estimate_gives_one_row_for_all_and_one_a_domain) {
    auto const report = parsed(survey("estimate", {"--item", "worry", "--by", "district", "--json"}));
    EXPECT_EQ(report["kind"], "mean");
    ASSERT_EQ(report["rows"].size(), 4u);
    EXPECT_EQ(report["rows"][1]["domain"]["district"], "East");
    for (auto const& row : report["rows"]) EXPECT_LT(row["interval"][0], row["value"]);
    EXPECT_FALSE(report["notes"].empty());
}

TEST_F(SurveyCommand, estimate_takes_several_items_or_all) {
    auto const all = parsed(survey("estimate", {"--by", "district", "--json"}))["reports"];
    ASSERT_EQ(all.size(), 2u);
    for (auto const& report : all) {
        auto const item = report["item"].get<std::string>();
        EXPECT_EQ(report, parsed(survey("estimate", {"--item", item, "--by", "district", "--json"})));
    }
    EXPECT_EQ(parsed(survey("estimate", {"--item", "night", "worry", "--by", "district", "--json"}))["reports"], all);
    EXPECT_EQ(parsed(survey("estimate", {"--distribution", "--json"}))["reports"].size(), 1u);
    auto const table = survey("estimate", {"--csv"});
    EXPECT_EQ(table.code, 0);
    EXPECT_EQ(table.out.find("item,answer,kind"), table.out.rfind("item,answer,kind"));
    EXPECT_NE(table.out.find("\nnight,"), std::string::npos);
    EXPECT_NE(table.out.find("\nworry,"), std::string::npos);
    EXPECT_NE(survey("estimate").out.find("Worry, 0 to 100"), std::string::npos);
}

TEST_F(SurveyCommand, estimate_gives_totals_ratios_quantiles_and_distributions) {
    std::vector<std::pair<std::string, std::vector<std::string>>> const figures = {{"total", {"--total"}},
                                                                                   {"ratio", {"--per", "worry"}},
                                                                                   {"quantile", {"--quantile", "0.25"}},
                                                                                   {"distribution", {"--distribution"}},
                                                                                   {"share", {"--interval", "logit"}}};
    for (auto const& [kind, options] : figures) {
        std::vector<std::string> arguments{"--item", "night", "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        auto const report = parsed(survey("estimate", arguments));
        EXPECT_EQ(report["kind"], kind);
        EXPECT_TRUE(report["rows"][0]["value"].is_number()) << kind;
    }
    EXPECT_EQ(survey("estimate", {"--item", "night", "--total", "--distribution"}).code, 2);
}

TEST_F(SurveyCommand, estimate_is_a_table_that_fits_a_terminal_and_a_csv_with_its_method) {
    auto const table = survey("estimate", {"--item", "night", "--by", "district", "age"});
    std::istringstream lines(table.out);
    std::size_t rows = 0;
    for (std::string line; std::getline(lines, line) && !line.starts_with("360 people"); ++rows) {
        EXPECT_LE(line.size(), 120u) << line;
    }
    EXPECT_GE(rows, 10u);
    auto const csv = survey("estimate", {"--item", "night", "--by", "district", "--csv"}).out;
    EXPECT_TRUE(csv.starts_with("# 360 people were drawn, 324 answered (90.0 %).\n")) << csv;
    EXPECT_NE(csv.find("\nitem,district,answer,kind,n,value,standard_error,lower,upper,design_effect,p_value,p_holm,"
                       "wording\nnight,,,share,"),
              std::string::npos)
        << csv;
}

TEST_F(SurveyCommand, weight_writes_weights_that_sum_to_the_population) {
    auto const out = folder_.path("weights.csv");
    auto const told = parsed(survey("weight", {"--out", out, "--json"}));
    EXPECT_EQ(told["steps"].size(), 3u);
    std::istringstream lines(folder_.content("weights.csv"));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "row,weight");
    double sum = 0;
    std::size_t rows = 0;
    for (; std::getline(lines, line); ++rows) sum += std::stod(line.substr(line.find(',') + 1));
    EXPECT_EQ(rows, 360u);
    EXPECT_NEAR(sum, 12000, 1e-6);
}

TEST_F(SurveyCommand, compare_takes_two_surveys_or_two_waves_of_one) {
    auto const change = parsed(survey("compare", {description_, answers_, "--item", "worry", "--json"}));
    EXPECT_NEAR(change["rows"][0]["value"].get<double>(), 0, 1e-12);
    auto const waves = parsed(survey("compare", {"--wave", "wave", "--item", "worry", "--by", "district", "--json"}));
    EXPECT_EQ(waves["rows"].size(), 4u);
    EXPECT_TRUE(waves["rows"][1].contains("p_holm"));
    EXPECT_EQ(survey("compare", {"--item", "worry"}).code, 2);
}

TEST_F(SurveyCommand, divergence_compares_each_group_with_the_reference_and_tests_all) {
    auto const report =
        parsed(survey("divergence", {"--group", "district", "--reference", "North", "--item", "night", "--json"}));
    EXPECT_EQ(report["rows"].size(), 2u);
    EXPECT_EQ(report["tests"].size(), 2u);
}

TEST_F(SurveyCommand, smallarea_marks_what_a_model_made_and_flags_that_areas_do_not_differ) {
    auto const model = [&](std::string const& content) {
        return ran({"survey", "smallarea", folder_.file("areas.csv", content), "--json"});
    };
    auto const found = parsed(model("district,direct,var\nA,0.1,0.01\nB,0.5,0.01\nC,0.9,0.02\nD,0.3,0.01\n"));
    EXPECT_EQ(found["areas"].size(), 4u);
    EXPECT_EQ(found["areas"][0]["model_based"], true);
    EXPECT_EQ(found["no_area_variance"], false);
    auto const alike = parsed(model("district,direct,var\nA,0.50,0.04\nB,0.51,0.04\nC,0.49,0.04\nD,0.50,0.04\n"));
    EXPECT_EQ(alike["no_area_variance"], true);
    auto const bad = model("district,direct,var\nA,0.50,0.04\nB,0.51,0\nC,0.49,0.04\nD,0.50,0.04\n");
    EXPECT_EQ(bad.code, 1);
    EXPECT_NE(bad.err.find("areas.csv, line 3, var: "), std::string::npos) << bad.err;
}

TEST_F(SurveyCommand, check_counts_self_selected_answers_and_nothing_estimates_from_them) {
    EXPECT_EQ(parsed(survey("check", {"--json"}))["responded"], 324);
    description_ = folder_.file("open.json", fixture::replaced(fixture::kDescription, "\"title\"",
                                                               "\"selection\": \"self_selected\", \"title\""));
    auto const counts = parsed(survey("check", {"--json"}));
    EXPECT_EQ(counts["selection"], "self_selected");
    EXPECT_FALSE(survey("check").out.find("no margin of error") == std::string::npos);
    for (auto const* command : {"estimate", "divergence", "compare"}) {
        std::vector<std::string> options{"--item", "night"};
        if (command == std::string("divergence"))
            options.insert(options.end(), {"--group", "age", "--reference", "old"});
        if (command == std::string("compare")) options.insert(options.end(), {"--wave", "wave"});
        auto const refused = survey(command, options);
        EXPECT_EQ(refused.code, 1) << command;
        EXPECT_NE(refused.err.find("self-selected"), std::string::npos) << refused.err;
    }
}

TEST_F(SurveyCommand, names_the_file_that_cannot_be_read) {
    auto const refused = ran({"survey", "check", folder_.path("no.json"), answers_});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find("no.json: cannot be read. Check the name"), std::string::npos) << refused.err;
    EXPECT_EQ(ran({"survey", "check", folder_.path(""), answers_}).code, 1);
}

// Some bytes of a text changed, doubled or left out.
std::string damaged(std::string text) {
    auto const count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count && !text.empty(); ++i) {
        auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
        auto const length = *rc::gen::inRange<std::size_t>(1, 12);
        switch (*rc::gen::inRange(0, 3)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, text.substr(at, length)); break;
            default: text[at] = *rc::gen::element(',', ';', '"', '\n', '-', '0', '9', 'e', '.', '\0', '{', ']', '\xFF');
        }
    }
    return text;
}

void expect_answer_or_sentence(Ran const& run) {
    RC_ASSERT(run.code == 0 || run.code == 1);
    RC_ASSERT(run.err.empty() == (run.code == 0));
    RC_ASSERT(run.code == 1 || json::accept(run.out));
}

TEST_F(SurveyCommand, answers_or_refuses_in_a_sentence_whatever_the_files_hold) {
    rc::check([this] {
        auto const description =
            folder_.file("damaged.json", *rc::gen::arbitrary<bool>() ? damaged(fixture::kDescription)
                                                                     : std::string(fixture::kDescription));
        auto const answers = folder_.file("damaged.csv", damaged(fixture::answers()));
        auto const item = *rc::gen::element<std::string>("night", "worry");
        std::vector<std::string> options{"survey", "estimate", description, answers, "--item",
                                         item,     "--by",     "district",  "--json"};
        std::vector<std::vector<std::string>> const figures = {{},
                                                               {"--total"},
                                                               {"--per", "worry"},
                                                               {"--quantile", "0.5"},
                                                               {"--distribution"},
                                                               {"--interval", "likelihood"}};
        auto const more = *rc::gen::elementOf(figures);
        options.insert(options.end(), more.begin(), more.end());
        expect_answer_or_sentence(ran(options));
        expect_answer_or_sentence(
            ran({"survey", "compare", description, answers, "--wave", "wave", "--item", item, "--json"}));
    });
}

}  // namespace
}  // namespace lenkwerk::commands::tests
