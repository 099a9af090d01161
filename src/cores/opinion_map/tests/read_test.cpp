// A wrong file is answered with one clear sentence: what, where, what to do.
#include "cores/opinion_map/read.hpp"

#include <gtest/gtest.h>

#include "cores/opinion_map/csv.hpp"

namespace lenkwerk::opinion_map {
namespace {

std::string first_sentence(Problems const& problems) { return sentence(problems.front()); }

std::string refusal_of_votes(std::string_view text, std::optional<std::vector<Statement>> known = std::nullopt) {
    auto const votes = read_votes({"v.csv", text}, std::move(known), "s.csv");
    return votes ? "" : first_sentence(votes.problems());
}

TEST(ReadVotes, takes_columns_in_any_order_and_german_spreadsheets) {
    auto const votes =
        read_votes({"v.csv", "\xEF\xBB\xBFvote;when;statement;participant\r\n1;x;\"a;b\";p\r\n-1;;c;p\r\n"}, {}, "");
    ASSERT_TRUE(votes);
    auto const table = count(BallotBox(*votes).sorted());
    EXPECT_EQ(table.statements[0].id, "a;b");
    EXPECT_EQ(table.marks[1].vote(), Vote::disagree);
}

TEST(ReadVotes, names_the_place_of_a_vote_that_is_none) {
    EXPECT_EQ(
        refusal_of_votes("participant,statement,vote\n1,2,1\n1,3,yes\n"),
        "v.csv:3:5: the vote \"yes\" is none of 1 (agree), -1 (disagree) and 0 (pass). Correct it or delete the line.");
    EXPECT_TRUE(refusal_of_votes("participant,statement,vote\n1,2,nan\n").starts_with("v.csv:2:5: the vote \"nan\""));
    EXPECT_TRUE(refusal_of_votes("participant,statement,vote\n1,2\n").starts_with("v.csv:2:4: the vote \"\""));
}

TEST(ReadVotes, names_the_place_of_an_unknown_statement) {
    EXPECT_EQ(refusal_of_votes("participant,statement,vote\n12,99,1\n", std::vector<Statement>{{"1"}}),
              "v.csv:2:4: statement 99 is not in s.csv. Add it there, or delete the vote.");
}

TEST(ReadVotes, names_what_is_missing) {
    EXPECT_EQ(refusal_of_votes(""), "v.csv: the file is empty. Put a header line and at least one record into it.");
    EXPECT_EQ(refusal_of_votes("participant,statement,vote\n"),
              "v.csv: there is no vote in it. A map needs at least one.");
    EXPECT_EQ(refusal_of_votes("participant,vote\n1,1\n"),
              "v.csv:1:1: the column \"statement\" is missing from the header. Name the column \"statement\".");
    EXPECT_TRUE(
        refusal_of_votes("participant,statement,vote\n,1,1\n").starts_with("v.csv:2:1: the participant is missing."));
    EXPECT_TRUE(
        refusal_of_votes("participant,statement,vote\n1,,1\n").starts_with("v.csv:2:3: the statement is missing."));
    EXPECT_TRUE(
        refusal_of_votes("participant,statement,vote\n1,2,1\n\"3,2,1\n").starts_with("v.csv:3:1: a quotation mark"));
}

TEST(ReadVotes, collects_five_problems_and_stops) {
    auto const votes =
        read_votes({"v.csv", "participant,statement,vote\n1,1,a\n1,1,b\n1,1,c\n1,1,d\n1,1,e\n1,1,f\n"}, {}, "");
    EXPECT_EQ(votes.problems().size(), 5U);
}

TEST(ReadVotes, refuses_more_statements_than_a_map_takes) {
    std::string text = "participant,statement,vote\n";
    for (std::size_t j = 0; j <= kMostStatements; ++j) text += "1," + std::to_string(j) + ",1\n";
    EXPECT_EQ(
        refusal_of_votes(text),
        "v.csv: there are 4001 statements; a map takes 4000 at most. Split the conversation or take statements out.");
}

TEST(ReadStatements, knows_what_was_taken_out_and_what_is_meta) {
    auto const list =
        read_statements({"s.csv", "statement,moderated,meta,text\n1,-1,,\"He said \"\"no\"\"\"\n2,1,1,\n3,0,0,x\n"});
    ASSERT_TRUE(list);
    EXPECT_TRUE((*list)[0].is_moderated_out);
    EXPECT_EQ((*list)[0].text, "He said \"no\"");
    EXPECT_TRUE((*list)[1].is_meta);
    EXPECT_FALSE((*list)[2].is_moderated_out);
}

TEST(ReadStatements, names_the_place_of_what_is_wrong) {
    auto const refusal = [](std::string_view text) {
        return first_sentence(read_statements({"s.csv", text}).problems());
    };
    EXPECT_EQ(refusal("statement\n1\n1\n"),
              "s.csv:3:1: statement 1 was already listed above. Delete one of the two lines.");
    EXPECT_TRUE(refusal("statement,moderated\n1,out\n").starts_with("s.csv:2:3: moderated is \"out\"."));
}

TEST(ReadGroups, takes_a_table_or_json) {
    std::vector<std::string> const people = {"1", "2", "10"};
    for (std::string_view const text :
         {"participant,group\n1,a\n10,b\n77,b\n", R"({"1": "a", "10": "b", "77": "b", "2": null})",
          R"({"group_of": {"1": "a", "10": "b", "77": "b"}})"}) {
        auto const known = read_groups({"g", text}, people);
        ASSERT_TRUE(known) << text;
        EXPECT_EQ(known->grouping.names, (std::vector<std::string>{"a", "b"}));
        EXPECT_EQ(known->grouping.group_of, (std::vector<std::int32_t>{0, kNoGroup, 1}));
        EXPECT_EQ(known->without_vote, 1U);
    }
    auto const lists = read_groups({"g", R"({"groups": [[1], [2, "10"]]})"}, people);
    EXPECT_EQ(lists->grouping.group_of, (std::vector<std::int32_t>{0, 1, 1}));
}

TEST(ReadGroups, leaves_out_groups_of_whom_nobody_voted) {
    auto const known = read_groups({"g", "participant,group\n1,a\n5,council\n"}, {"1"});
    EXPECT_EQ(known->grouping.names, std::vector<std::string>{"a"});
    EXPECT_EQ(known->silent, std::vector<std::string>{"council"});
}

TEST(ReadGroups, names_the_place_of_what_is_wrong) {
    auto const refusal = [](std::string_view text) {
        return first_sentence(read_groups({"g", text}, {"1"}).problems());
    };
    EXPECT_EQ(refusal("participant,group\n1,a\n1,b\n"),
              "g:3:3: participant 1 is put into group b, above into group a. Keep one of the two.");
    EXPECT_TRUE(refusal("participant,group\n1,\n").starts_with("g:2:3: the group is missing."));
    EXPECT_TRUE(refusal("participant,group\n9,a\n").starts_with("g: none of the people in it has voted."));
    EXPECT_TRUE(refusal("{\"1\": ").starts_with("g: this is not valid JSON."));
    EXPECT_TRUE(refusal("[[1],[1]]").starts_with("g: participant 1 stands in two groups."));
}

TEST(Refusals, of_files_that_hold_nothing_to_map_have_their_keys) {
    EXPECT_EQ(read_votes({"v", "participant,statement,vote\n"}, {}, "").problems().front().key, "opinion_map.no_votes");
    std::string many = "participant,statement,vote\n";
    for (std::size_t j = 0; j <= kMostStatements; ++j) many += "1," + std::to_string(j) + ",1\n";
    EXPECT_EQ(read_votes({"v", many}, {}, "").problems().front().key, "opinion_map.too_many_statements");
    EXPECT_EQ(read_groups({"g", "{"}, {"1"}).problems().front().key, "opinion_map.groups_unreadable");
    EXPECT_EQ(read_groups({"g", "[[9]]"}, {"1"}).problems().front().key, "opinion_map.no_group_voted");
}

TEST(Csv, knows_lines_within_quoted_texts) {
    CsvReader reader("a,b\n\"x\ny\",1\n\nz,2");
    ASSERT_TRUE(reader.next());
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.fields()[0].text, "x\ny");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.line(), 5U);
    EXPECT_EQ(reader.fields()[1].text, "2");
    EXPECT_FALSE(reader.next());
}

}  // namespace
}  // namespace lenkwerk::opinion_map
