#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cores/sortition/lottery/files.hpp"
#include "cores/sortition/lottery/merkle.hpp"
#include "cores/sortition/lottery/replay.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

// Four people of two values, a panel of two with one of each: four panels, everybody's chance a half.
struct Town {
    Quotas quotas{"quotas.csv", {"gender"}, {{"gender", "female", 1, 1}, {"gender", "male", 1, 1}}, {0, 0}};
    People people{"people.csv", {{"anna", {0}, {}}, {"berta", {0}, {}}, {"carl", {1}, {}}, {"dora", {1}, {}}}};
    proof::Certificate certificate() const {
        return {"leximin", {2, 0}, "id", {}, 1, {{"anna", "berta"}, {"carl", "dora"}}, {}, {{{{0, 1}, {1, 1}}, 1.0}},
                {}};
    }
    PublicLottery lottery() const { return *prepare(people, quotas, certificate(), 10, Rounding::linear_program); }
};

template <class T> std::string key_of(Outcome<T> const& outcome) {
    EXPECT_FALSE(sentence(outcome.problems().front()).empty());
    return outcome.problems().front().key;
}

Digest const kZero{};

TEST(Merkle, is_the_tree_of_RFC_9162) {
    // The inputs and roots that implementations of certificate transparency test with.
    std::vector<std::string> const inputs{{},
                                          std::string(1, '\0'),
                                          "\x10",
                                          "\x20\x21",
                                          "\x30\x31",
                                          "\x40\x41\x42\x43",
                                          "\x50\x51\x52\x53\x54\x55\x56\x57",
                                          "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    std::vector<Digest> leaves;
    EXPECT_EQ(hex(merkle_root(leaves)), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (auto const& input : inputs) leaves.push_back(leaf_hash(input));
    EXPECT_EQ(hex(leaves.front()), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(hex(merkle_root(leaves)), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(PublicLottery, gives_equal_people_equally_many_panels) {
    auto const lottery = Town{}.lottery();
    EXPECT_EQ(panels_per_entry(lottery), (std::vector<int>{5, 5, 5, 5}));
    EXPECT_EQ(change_of(lottery).largest, 0);
    EXPECT_EQ(padded(7, lottery.panels.size()), "7");
    EXPECT_EQ(padded(7, 1000), "007");
}

TEST(PublicLottery, refuses_what_is_not_its_pool) {
    Town town;
    auto const refused = [&](proof::Certificate const& certificate) {
        return key_of(prepare(town.people, town.quotas, certificate, 10, Rounding::pipage));
    };
    auto certificate = town.certificate();
    certificate.types.front() = {"anna", "carl"};
    EXPECT_EQ(refused(certificate), "sortition.lottery.other_pool");
    certificate = town.certificate();
    certificate.panels.front().panel = {{0, 2}};
    EXPECT_EQ(refused(certificate), "sortition.lottery.other_pool");
    certificate = town.certificate();
    certificate.panels.front().weight = 0.5;
    EXPECT_EQ(refused(certificate), "sortition.lottery.other_pool");
    EXPECT_EQ(key_of(prepare(town.people, town.quotas, town.certificate(), 0, Rounding::pipage)),
              "sortition.lottery.number_of_panels");
}

TEST(PublicLottery, finds_panels_that_break_a_rule) {
    auto lottery = Town{}.lottery();
    lottery.panels.front() = {0, 1};
    EXPECT_EQ(objection_to(lottery), "panel 0 has 2 of gender = female, not 1 to 1");
    lottery = Town{}.lottery();
    lottery.entries[0].household = lottery.entries[2].household = 1;
    lottery.rules.per_household = 1;
    lottery.panels.assign(1, {0, 2});
    EXPECT_EQ(objection_to(lottery), "panel 0 holds too many of the household of carl");
    std::swap(lottery.entries.front(), lottery.entries.back());
    EXPECT_EQ(objection_to(lottery), "the entries do not ascend by their ids, or one is there twice");
}

TEST(PublicLottery, is_held_against_the_files_it_was_made_of) {
    Town town;
    auto const lottery = town.lottery();
    EXPECT_EQ(objection_to_pool(lottery, town.people, town.quotas), "");
    town.people.members[2].quotas = {0};
    EXPECT_EQ(objection_to_pool(lottery, town.people, town.quotas), "carl has other values in people.csv");
    town.people.members.pop_back();
    EXPECT_EQ(objection_to_pool(lottery, town.people, town.quotas), "it has not as many people as people.csv");
    ++town.quotas.rows.back().max;
    EXPECT_EQ(objection_to_pool(lottery, town.people, town.quotas), "its quotas are not those of quotas.csv");
}

TEST(InclusionProof, refuses_somebody_who_is_not_in_the_lottery) {
    EXPECT_EQ(key_of(prove_inclusion(Town{}.lottery(), kZero, "emil")), "sortition.lottery.unknown_id");
}

TEST(Randomness, of_dice_is_the_number_they_show) {
    EXPECT_EQ(*drawn_number(kZero, *from_dice({4, 10, 1}, 10), 1000), 401);
    EXPECT_EQ(*drawn_number(kZero, *from_dice({0, 0, 0}, 10), 1000), 0);
    EXPECT_EQ(*drawn_number(kZero, *from_dice({1, 1, 1, 6}, 6), 1000), 5);
    EXPECT_EQ(*drawn_number(kZero, *from_dice({6, 6, 6}, 6), 216), 215);
    // 4 dice of 6 show 1,296 values: those from 1,000 on do not count.
    EXPECT_EQ(key_of(drawn_number(kZero, *from_dice({6, 6, 6, 6}, 6), 1000)), "sortition.lottery.roll_again");
    EXPECT_EQ(key_of(drawn_number(kZero, *from_dice({6, 6, 6}, 6), 1000)), "sortition.lottery.too_few_dice");
}

TEST(Randomness, refuses_what_cannot_have_been_drawn) {
    EXPECT_EQ(key_of(from_dice({7}, 6)), "sortition.lottery.no_such_face");
    EXPECT_EQ(key_of(from_dice({0}, 6)), "sortition.lottery.no_such_face");
    EXPECT_EQ(key_of(from_dice({1}, 1)), "sortition.lottery.sides");
    EXPECT_EQ(key_of(from_dice({}, 6)), "sortition.lottery.nothing_drawn");
    EXPECT_EQ(key_of(from_numbers({})), "sortition.lottery.nothing_drawn");
    EXPECT_EQ(key_of(from_beacon("  ")), "sortition.lottery.nothing_drawn");
    EXPECT_EQ(key_of(from_numbers({3, -1})), "sortition.lottery.negative_number");
    EXPECT_EQ(key_of(from_beacon("a\nb")), "sortition.lottery.beacon_of_several_lines");
}

TEST(Randomness, of_a_state_lottery_does_not_depend_on_the_order_of_announcement) {
    EXPECT_EQ(from_numbers({31, 4, 15})->words, "numbers 4 15 31");
    EXPECT_EQ(*drawn_number(kZero, *from_numbers({31, 4, 15}), 1000),
              *drawn_number(kZero, *from_numbers({15, 31, 4}), 1000));
}

TEST(LotteryFiles, refuse_what_they_did_not_write) {
    auto const opening = to_json(Opening{Town{}.lottery(), kZero});
    auto const broken = [&](std::string const& what, std::string const& by) {
        auto text = opening;
        text.replace(text.find(what), what.size(), by);
        return key_of(opening_from_json("lottery.json", text));
    };
    EXPECT_EQ(broken("lottery 1", "lottery 2"), "sortition.lottery.unreadable");
    EXPECT_EQ(broken("\"size\":2", "\"size\":2.5"), "sortition.lottery.unreadable");
    EXPECT_EQ(broken("leximin", "luck"), "sortition.lottery.unreadable");
    EXPECT_EQ(broken("0000", "00"), "sortition.lottery.unreadable");
    EXPECT_EQ(key_of(commitment_from_json("c.json", "{}")), "sortition.lottery.unreadable");
    EXPECT_EQ(key_of(proof_from_json("p.json", "")), "sortition.lottery.unreadable");
    EXPECT_EQ(key_of(salt_from_hex("12")), "sortition.lottery.salt");
}

// The numbers another implementation has to arrive at stand in the documentation, and are what this one arrives at.
TEST(LotteryVectors, stand_in_the_documentation) {
    std::ifstream file(LENKWERK_SOURCE_DIR "/docs/api/lottery.md");
    std::ostringstream bytes;
    bytes << file.rdbuf();
    auto const documentation = bytes.str();
    auto const expect = [&](std::string const& text) {
        EXPECT_NE(documentation.find(text), std::string::npos) << "docs/api/lottery.md lacks:\n" << text;
    };
    auto lottery = Town{}.lottery();
    lottery.announced = "one ball of ten, 1 December 2026";
    Salt salt;
    for (std::size_t i = 0; i < salt.size(); ++i) salt[i] = static_cast<std::uint8_t>(i);
    auto const commitment = commit(lottery, salt);
    auto const proof = *prove_inclusion(lottery, salt, "berta");
    expect(text_of(lottery));
    expect(text_of(commitment));
    expect(text_of_entry(lottery, 1, proof.panels, proof.nonce));
    expect("commitment " + hex(hash_of(commitment)));
    expect("path " + hex(proof.path[0]) + " " + hex(proof.path[1]));
    auto const randomness = *from_numbers({3, 11, 19, 24, 40, 49});
    expect("`" + randomness.words + "` draws panel " +
           std::to_string(*drawn_number(hash_of(commitment), randomness, 10)));
}

}  // namespace
}  // namespace lenkwerk::sortition::lottery
