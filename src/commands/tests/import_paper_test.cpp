#include "commands/commands.hpp"
#include "modules/bodies/module.hpp"
#include "modules/budget/module.hpp"
#include "modules/council/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/city.hpp"
#include "platform/storage/migrations.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace lenkwerk::commands {
namespace {

// A PDF of one page with these lines, as small as a PDF can be (ISO 32000-1, 7.5).
std::string pdf_of(std::vector<std::string> const& lines) {
    std::string content = "BT /F 12 Tf 14 TL 50 780 Td\n";
    for (auto const& line : lines) content += "(" + line + ") Tj T*\n";
    content += "ET";
    std::vector<std::string> const objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"};
    std::string pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    auto const start = pdf.size();
    return pdf + table + fmt::format("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", start);
}

class ImportPaper : public testing::Test {
protected:
    void SetUp() override {
        auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ =
            std::filesystem::path(testing::TempDir()) / fmt::format("lenkwerk-import-{}-{}", test->name(), getpid());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path file(std::string const& name, std::string_view bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }

    struct Answer {
        int code = 0;
        std::string out, err;
    };
    static Answer import(std::filesystem::path const& paper, std::vector<std::string> options) {
        std::vector<std::string> words{"lenkwerk", "import", "paper", paper.string()};
        words.insert(words.end(), options.begin(), options.end());
        std::vector<char const*> arguments;
        for (auto const& word : words) arguments.push_back(word.c_str());
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        auto const code = run(static_cast<int>(arguments.size()), arguments.data(), modules);
        std::fflush(stdout);
        std::fflush(stderr);
        return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
    }
    static std::vector<Module> modules() {
        return {people::module(), plan::module(),   places::module(), measures::module(),
                bodies::module(), budget::module(), council::module()};
    }
    // The address of a city without anything in it.
    std::string fresh_city() const {
        auto const address = (folder_ / "city.db").string();
        SystemClock const clock;
        City city{storage::Database::open(address), clock, modules()};
        storage::migrate(city.database(), city.schema(), clock);
        return address;
    }
    static std::filesystem::path invented() {
        return std::filesystem::path(LENKWERK_SOURCE_DIR) / "tests" / "papers" / "0417-24.txt";
    }

private:
    std::filesystem::path folder_;
};

TEST_F(ImportPaper, prints_the_findings_as_json_in_the_fixed_shape) {
    auto const answer = import(invented(), {"--dry-run", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.err;
    auto const json = nlohmann::json::parse(answer.out);
    EXPECT_EQ(json.at("paper").at("date"), "2024-10-14");
    EXPECT_EQ(json.at("paper").at("public"), true);
    EXPECT_EQ(json.at("paper").at("effects").at("climate"), "Keine");
    EXPECT_EQ(
        json.at("consultations").at(0),
        nlohmann::json::parse(
            R"({"order": 1, "body": "Beirat für Menschen mit Behinderungen", "date": "2024-11-05", "role": "Anhörung"})"));
    EXPECT_EQ(
        json.at("topics").at(0),
        nlohmann::json::parse(R"({"number": "1.1", "title": "Kinder und Jugendliche", "field": "1", "parent": null})"));
    EXPECT_EQ(
        json.at("budget").at(1),
        nlohmann::json::parse(
            R"({"holder": "Amt 32", "order": "32014400 0012", "account": "529100", "label": "Sachaufwand für Beteiligung und Befragung", "from": 2026, "to": 2028, "basis": "not_stated", "cents": 1200000})"));
    EXPECT_EQ(json.at("deviation").at("reason"), "damit die Mittel noch im Haushalt 2025 stehen können");
    EXPECT_EQ(json.at("withheld"), 8);
    EXPECT_TRUE(json.at("unrecognised").empty());
}

TEST_F(ImportPaper, shows_a_person_each_finding_with_its_line) {
    auto const answer = import(invented(), {"--dry-run"});
    ASSERT_EQ(answer.code, 0);
    EXPECT_NE(answer.out.find("    25  11. 05.12.2024  Beschluss  Stadtverordnetenversammlung"), std::string::npos)
        << answer.out;
    EXPECT_NE(answer.out.find("12.000,00 €"), std::string::npos);
    EXPECT_EQ(answer.out.find("Mustermann"), std::string::npos) << "a name was printed";
}

TEST_F(ImportPaper, says_in_one_sentence_why_it_takes_a_file_not_in) {
    struct Case {
        std::string bytes, key;
    };
    for (auto const& [bytes, key] :
         {Case{"", "council.paper.empty"}, Case{std::string(40, '\0'), "council.paper.binary"},
          Case{"Einkaufsliste\nMilch\n", "council.paper.not_a_paper"},
          Case{"%PDF-1.7 kaputt", "council.paper.pdf_unreadable"},
          Case{pdf_of({}), "council.paper.pdf_without_text"}}) {
        auto const answer = import(file("paper", bytes), {"--dry-run", "--json"});
        EXPECT_EQ(answer.code, 1);
        EXPECT_TRUE(answer.out.empty());
        EXPECT_NE(answer.err.find(key), std::string::npos) << answer.err;
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
    }
}

TEST_F(ImportPaper, reads_the_text_of_a_pdf) {
    auto const pdf =
        pdf_of({"Tagesordnungspunkt", "Licht am Weg", "Beschlussvorschlag", "Der Rat beschlie\\337t neue Leuchten."});
    auto const answer = import(file("-vorlage.pdf", pdf), {"--dry-run", "--json"});
    ASSERT_EQ(answer.code, 0) << answer.err;
    EXPECT_EQ(nlohmann::json::parse(answer.out).at("paper").at("draft_resolution"),
              "Der Rat beschließt neue Leuchten.");
}

TEST_F(ImportPaper, names_a_file_that_is_not_there) {
    auto const answer = import("/nowhere/vorlage.txt", {"--dry-run"});
    EXPECT_NE(answer.code, 0);
    EXPECT_NE(answer.err.find("/nowhere/vorlage.txt"), std::string::npos);
}

TEST_F(ImportPaper, stores_the_paper_and_the_same_paper_only_once) {
    auto const database = fresh_city();
    auto const first = import(invented(), {"--database", database});
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_NE(first.out.find("0417-24 is stored with 11 consultations"), std::string::npos) << first.out;
    auto const second = import(invented(), {"--database", database});
    EXPECT_EQ(second.code, 0) << second.err;
    EXPECT_NE(second.out.find("says the same: nothing was changed"), std::string::npos) << second.out;
}

TEST_F(ImportPaper, shows_what_differs_and_takes_it_over_only_when_told) {
    auto const database = fresh_city();
    ASSERT_EQ(import(invented(), {"--database", database}).code, 0);
    std::ifstream in(invented());
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.replace(text.find("Schulwege"), 9, "Sichere Wege zur Schule");
    auto const newer = file("newer.txt", text);
    auto const shown = import(newer, {"--database", database});
    EXPECT_NE(shown.out.find("Schulwege → Sichere Wege zur Schule"), std::string::npos) << shown.out;
    EXPECT_NE(shown.out.find("nothing was changed yet"), std::string::npos);
    auto const taken = import(newer, {"--database", database, "--accept"});
    EXPECT_NE(taken.out.find("0417-24 is stored with"), std::string::npos) << taken.err;
    EXPECT_NE(import(newer, {"--database", database}).out.find("says the same"), std::string::npos);
}

TEST_F(ImportPaper, says_what_is_missing_before_it_can_be_stored) {
    std::ifstream in(invented());
    std::string text{std::istreambuf_iterator<char>(in), {}};
    for (auto at = text.find("0417-24"); at != std::string::npos; at = text.find("0417-24")) text.erase(at, 7);
    auto const answer = import(file("nameless.txt", text), {"--database", fresh_city()});
    EXPECT_EQ(answer.code, 1);
    EXPECT_NE(answer.err.find("council.paper.number_missing"), std::string::npos) << answer.err;
}

}  // namespace
}  // namespace lenkwerk::commands
