// Three real conversations (Polis openData, CC BY 4.0) against the results of a reference written independently of ours.
#include <nlohmann/json.hpp>

#include "cores/opinion_map/json.hpp"
#include "cores/opinion_map/map.hpp"
#include "cores/opinion_map/tests/conversations.hpp"

namespace lenkwerk::opinion_map::tests {
namespace {

using nlohmann::json;

constexpr double kNear = 1e-9;

json reference_of(std::string const& name) {
    return json::parse(read_whole(shared_folder() / "data" / "opinions" / (name + ".reference.json")));
}

// The same shape, numbers within kNear, everything else the same.
void expect_same(json const& ours, json const& theirs, std::string const& where) {
    if (theirs.is_number()) {
        ASSERT_TRUE(ours.is_number()) << where;
        EXPECT_NEAR(ours.get<double>(), theirs.get<double>(), kNear) << where;
        return;
    }
    if (!theirs.is_structured()) {
        EXPECT_EQ(ours, theirs) << where;
        return;
    }
    ASSERT_EQ(ours.type(), theirs.type()) << where;
    ASSERT_EQ(ours.size(), theirs.size()) << where;
    for (auto const& [key, value] : theirs.items()) {
        auto const& own = ours.is_array() ? ours[std::stoul(key)] : ours.at(key == "tid" ? "statement" : key);
        expect_same(own, value, where + "/" + key);
    }
}

class Reference : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        SKIP_WITHOUT_CONVERSATIONS();
        reference_ = reference_of(GetParam());
        table_ = count(ballots_of(GetParam()).sorted());
        auto const groups = reference_["groups"].dump();
        given_ = read_groups({"groups", groups}, table_.participants)->grouping;
    }

    json reference_;
    VoteTable table_;
    Grouping given_;
};

TEST_P(Reference, has_our_axes_and_positions) {
    auto const map = to_json(draw_map(table_, {0, given_}));
    expect_same(map["participants"], reference_["participants"], "participants");
    expect_same(map["statements"], reference_["statements"], "statements");
    expect_same(map["center"], reference_["pca"]["center"], "center");
    expect_same(map["components"], reference_["pca"]["comps"], "components");
    EXPECT_NEAR(map["variances"][0], reference_["pca"]["eigenvalues"][0], kNear);
    EXPECT_NEAR(map["variances"][1], reference_["pca"]["eigenvalues"][1], kNear);
    expect_same(map["positions"], reference_["projection"], "positions");
    expect_same(map["statement_positions"], reference_["statement_projection"], "statement_positions");
    expect_same(map["extremity"], reference_["extremity"], "extremity");
}

TEST_P(Reference, says_the_same_of_its_groups) {
    auto const map = to_json(draw_map(table_, {0, given_}));
    expect_same(map["group_statistics"], reference_["group_stats"], "group_statistics");
    expect_same(map["consensus"], reference_["group_informed_consensus"], "consensus");
    expect_same(map["majorities"], reference_["consensus"], "majorities");
    expect_same(map["representative"], reference_["repness"], "representative");
    expect_same(map["priorities"], reference_["comment_priorities"], "priorities");
}

TEST_P(Reference, counts_the_same_people_as_active) {
    json active = json::array();
    for (auto const person : active_participants(table_)) active.push_back(std::stol(table_.participants[person]));
    EXPECT_EQ(active, reference_["in_conv"]);
}

INSTANTIATE_TEST_SUITE_P(Conversations, Reference, testing::ValuesIn(conversations()), [](auto const& one) {
    auto name = one.param;
    std::replace_if(name.begin(), name.end(), [](char letter) { return letter == '.' || letter == '-'; }, '_');
    return name;
});

TEST(FoundGroups, of_the_conversation_on_biodiversity_are_those_of_the_reference) {
    SKIP_WITHOUT_CONVERSATIONS();
    auto table = count(ballots_of("scoop-hivemind.biodiversity").sorted());
    auto const groups = reference_of("scoop-hivemind.biodiversity")["groups"].dump();
    auto const given = read_groups({"groups", groups}, table.participants)->grouping;
    auto const map = draw_map(std::move(table), {0, given});
    EXPECT_GE(*agreement_of_groupings(map.found.grouping, given), 0.9);
}

}  // namespace
}  // namespace lenkwerk::opinion_map::tests
