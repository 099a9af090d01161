#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "commands/tests/sortition/program.hpp"

namespace lenkwerk::commands::tests {
namespace {

using Json = nlohmann::ordered_json;

struct Lottery : testing::Test {
    Folder folder;
    std::string people = folder.file("people.csv", "id,sex\nanna,f\nberta,f\ncarl,m\ndora,f\nemil,m\n");
    std::string quotas = folder.file("quotas.csv", "feature,value,min,max\nsex,f,1,1\nsex,m,1,1\n");
    std::string proof = folder.file("proof.json"), opening = folder.file("opening.json"),
                commitment = folder.file("commitment.json"), entry = folder.file("entry.json");

    Json sealed() const {
        EXPECT_EQ(lenkwerk({"sortition", "select", "--people", people, "--quotas", quotas, "--size", "2", "--seed", "s",
                            "--certificate", proof})
                      .code,
                  0);
        auto const ended = lenkwerk({"sortition", "lottery", "seal", "--certificate", proof, "--people", people,
                                     "--quotas", quotas, "--panels", "100", "--announce", "two dice", "--opening",
                                     opening, "--commitment", commitment, "--json"});
        EXPECT_EQ(ended.code, 0) << ended.err;
        return Json::parse(ended.out);
    }
    Ended lottery(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"sortition", "lottery"});
        arguments.emplace_back("--json");
        return lenkwerk(arguments);
    }
};

TEST_F(Lottery, tells_as_json_what_it_sealed_and_what_the_dice_draw) {
    auto const seal = sealed();
    EXPECT_EQ(seal["status"], "sealed");
    EXPECT_EQ(seal["panels"], 100);
    EXPECT_LE(seal["rounding"]["largest"], seal["rounding"]["known_bound"]);
    auto const drawn = Json::parse(lottery({"draw", "--opening", opening, "--dice", "4,7"}).out);
    EXPECT_EQ(drawn["status"], "drawn");
    EXPECT_EQ(drawn["members"].size(), 2U);
    auto const again = lottery({"replay", "--opening", opening, "--commitment", commitment, "--dice", "4,7", "--people",
                                people, "--quotas", quotas});
    ASSERT_EQ(again.code, 0) << again.err;
    auto const replayed = Json::parse(again.out);
    EXPECT_EQ(replayed["status"], "holds");
    EXPECT_EQ(replayed["panel"], drawn["panel"]);
    EXPECT_EQ(replayed["members"], drawn["members"]);
    EXPECT_EQ(replayed["commitment"], seal["commitment"]);
}

TEST_F(Lottery, tells_one_person_as_json_that_the_own_entry_is_in_it) {
    auto const hash = sealed()["commitment"].get<std::string>();
    ASSERT_EQ(lenkwerk({"sortition", "lottery", "proof", "--opening", opening, "--code", "anna", "--out", entry}).code,
              0);
    auto const ended = lottery({"entry", entry, "--commitment", commitment, "--published", hash});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const said = Json::parse(ended.out);
    EXPECT_EQ(said["status"], "included");
    EXPECT_EQ(said["id"], "anna");
    EXPECT_EQ(said["values"]["sex"], "f");
    auto const other = lottery({"entry", entry, "--commitment", commitment, "--published", std::string(64, '0')});
    EXPECT_EQ(other.code, 1);
    EXPECT_EQ(Json::parse(other.out)["status"], "objected");
}

}  // namespace
}  // namespace lenkwerk::commands::tests
