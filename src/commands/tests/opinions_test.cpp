// lenkwerk opinions …, from the file of votes to what is said and drawn.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands/tests/command_line.hpp"

namespace lenkwerk::commands::tests {
namespace {

using nlohmann::json;

// Two camps of ten that differ on five statements and agree on the sixth.
std::string two_camps() {
    std::string text = "participant,statement,vote\n";
    for (int person = 0; person < 20; ++person) {
        for (int statement = 0; statement < 7; ++statement) {
            auto const camp = person % 2 == 0 ? 1 : -1;
            text += fmt::format("{},{},{}\n", person, statement, (person * 7 + statement) % 11 == 0 ? 0 : camp);
        }
        text += fmt::format("{},7,1\n", person);
    }
    return text;
}

class OpinionsCommand : public testing::Test {
protected:
    static json parsed(Ran const& run) {
        EXPECT_EQ(run.code, 0) << run.err;
        return json::parse(run.out);
    }

    Folder folder_;
    std::string votes_ = folder_.file("town.votes.csv", two_camps());
};

TEST_F(OpinionsCommand, map_tells_who_stands_where_what_unites_and_what_divides) {
    auto const map = parsed(ran({"opinions", "map", votes_, "--json"}));
    for (auto const* member : {"participants", "statements", "components", "positions", "group_of", "k", "stability",
                               "consensus", "representative", "divisive", "priorities"}) {
        EXPECT_TRUE(map.contains(member)) << member;
    }
    EXPECT_EQ(map["k"], 2);
    EXPECT_EQ(map["group_of"].size(), 20u);
    EXPECT_NE(map["group_of"]["0"], map["group_of"]["1"]);
    for (auto const& [statement, consensus] : map["consensus"].items()) {
        EXPECT_LE(consensus.get<double>(), map["consensus"]["7"].get<double>()) << statement;
    }
    EXPECT_NE(map["divisive"][0]["statement"], 7);
}

TEST_F(OpinionsCommand, map_takes_known_groups_and_shows_the_found_ones_beside_them) {
    auto const groups = folder_.file("groups.csv", "participant,group\n0,police\n1,residents\n2,police\n3,residents\n");
    auto const map = parsed(ran({"opinions", "map", votes_, "--groups", groups, "--json"}));
    EXPECT_EQ(map["groups"][0]["group"], "police");
    EXPECT_EQ(map["found"]["adjusted_rand_with_given"], 1.0);
    auto const text = ran({"opinions", "map", votes_, "--groups", groups});
    EXPECT_NE(text.out.find("2 given groups"), std::string::npos) << text.out;
}

TEST_F(OpinionsCommand, map_draws_a_picture_with_its_table_and_says_that_it_is_descriptive) {
    auto const picture = folder_.path("map.svg");
    auto const text = ran({"opinions", "map", votes_, "--svg", picture});
    EXPECT_EQ(text.code, 0);
    EXPECT_NE(text.out.find("Stability"), std::string::npos);
    EXPECT_NE(text.out.find("Descriptive only"), std::string::npos);
    EXPECT_TRUE(folder_.content("map.svg").starts_with("<svg"));
}

TEST_F(OpinionsCommand, replay_ends_where_the_map_of_all_votes_does) {
    auto const map = parsed(ran({"opinions", "map", votes_, "--json"}));
    auto const replayed = parsed(ran({"opinions", "replay", votes_, "--stored", "50", "--json"}));
    EXPECT_EQ(replayed["group_of"], map["group_of"]);
    EXPECT_EQ(replayed["replay"]["votes"]["count"], 110);
    for (std::size_t axis = 0; axis < 2; ++axis) {
        for (std::size_t j = 0; j < map["statements"].size(); ++j) {
            EXPECT_NEAR(replayed["components"][axis][j].get<double>(), map["components"][axis][j].get<double>(), 1e-6);
        }
    }
}

TEST_F(OpinionsCommand, counts_the_last_of_two_votes_and_says_so) {
    auto const again = folder_.file("again.csv", two_camps() + "0,0,-1\n0,0,-1\n");
    EXPECT_EQ(parsed(ran({"opinions", "map", again, "--json"}))["revotes"], 2);
}

TEST_F(OpinionsCommand, names_file_line_and_column_of_what_is_wrong) {
    folder_.file("town.statements.csv", "statement,text\n0,a\n1,b\n");
    auto const unknown = ran({"opinions", "map", votes_});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("town.votes.csv:4:3: statement 2 is not in "), std::string::npos) << unknown.err;
    EXPECT_EQ(ran({"opinions", "map", folder_.path("none.csv")}).code, 1);
}

TEST_F(OpinionsCommand, answers_or_refuses_in_a_sentence_whatever_the_file_holds) {
    rc::check([this] {
        auto text = two_camps();
        auto const count = *rc::gen::inRange(1, 8);
        for (int i = 0; i < count; ++i) {
            auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
            if (*rc::gen::arbitrary<bool>()) text.erase(at, *rc::gen::inRange<std::size_t>(1, 200));
            text.insert(std::min(at, text.size()),
                        *rc::gen::element<std::string>(",", ";", "\"", "\n", "\r", "-", "9", "x", "\xFF", "1,1,1\n"));
        }
        auto const file = folder_.file("damaged.csv", text);
        for (auto const* command : {"map", "replay"}) {
            auto const run = ran({"opinions", command, file, "--json", "--resamples", "2"});
            RC_ASSERT(run.code == 0 || run.code == 1);
            RC_ASSERT(run.err.empty() == (run.code == 0));
            RC_ASSERT(run.code == 1 || json::accept(run.out));
        }
    });
}

}  // namespace
}  // namespace lenkwerk::commands::tests
