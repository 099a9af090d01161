// A map does not depend on who came first, nor on what the participants are called.
#include <algorithm>
#include <random>

#include "cores/opinion_map/map.hpp"
#include "cores/opinion_map/tests/conversations.hpp"

namespace lenkwerk::opinion_map::tests {
namespace {

// The people renamed by a permutation and listed in another order; `new_names[i]` is the new number of participant i.
VoteTable renamed(BallotBox::Sorted const& votes, std::vector<std::uint32_t> const& new_names) {
    std::vector<Ballot> ballots;
    for (auto ballot : votes.ballots) {
        ballot.participant = new_names[ballot.participant];
        ballots.push_back(ballot);
    }
    std::stable_sort(ballots.begin(), ballots.end(),
                     [](auto const& a, auto const& b) { return a.participant < b.participant; });
    BallotBox box(votes.statements);
    for (auto const& [participant, mark] : ballots) {
        box.cast(std::to_string(participant), votes.statements[mark.statement()].id, mark.vote());
    }
    return count(std::move(box).sorted());
}

class Order : public testing::TestWithParam<std::string> {};

TEST_P(Order, of_participants_changes_nothing_in_100_permutations) {
    SKIP_WITHOUT_CONVERSATIONS();
    auto const votes = ballots_of(GetParam()).sorted();
    std::vector<std::uint32_t> names(votes.participants.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) names[i] = i;
    auto const table = renamed(votes, names);
    auto const axes = find_axes(PairSums::of(table), table.statements, table.participant_count());
    auto const places = positions(table, axes);
    auto const groups = find_groups(table, places, {0}).grouping.group_of;
    std::mt19937 shuffling(4);
    for (int permutation = 0; permutation < 100; ++permutation) {
        std::shuffle(names.begin(), names.end(), shuffling);
        auto const other = renamed(votes, names);
        ASSERT_EQ(PairSums::of(other), PairSums::of(table));
        auto const other_places = positions(other, axes);
        auto const other_groups = find_groups(other, other_places, {0}).grouping.group_of;
        for (std::size_t i = 0; i < names.size(); ++i) {
            ASSERT_EQ(other_places[names[i]], places[i]);
            ASSERT_EQ(other_groups[names[i]], groups[i]) << "permutation " << permutation << ", participant " << i;
        }
    }
}

TEST_P(Order, of_participants_does_not_change_stability_either) {
    SKIP_WITHOUT_CONVERSATIONS();
    auto const votes = ballots_of(GetParam()).sorted();
    std::vector<std::uint32_t> names(votes.participants.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) names[i] = i;
    auto const here = draw_map(renamed(votes, names), {5});
    std::reverse(names.begin(), names.end());
    auto const there = draw_map(renamed(votes, names), {5});
    EXPECT_EQ(here.found.stability->mean, there.found.stability->mean);
    EXPECT_EQ(here.consensus, there.consensus);
    EXPECT_EQ(here.priorities, there.priorities);
}

INSTANTIATE_TEST_SUITE_P(Conversations, Order, testing::ValuesIn(conversations()), [](auto const& one) {
    auto name = one.param;
    std::replace_if(name.begin(), name.end(), [](char letter) { return letter == '.' || letter == '-'; }, '_');
    return name;
});

TEST(Order, of_lines_and_names_changes_no_map) {
    rc::check([] {
        auto const lines = *any_lines();
        std::vector<Line> backwards;
        for (auto const& line : lines) {
            auto const number = 100 - std::stoi(line.participant);
            backwards.push_back({std::to_string(number), line.statement, line.vote});
        }
        auto const here = draw_map(table_of(lines), {3});
        auto const there = draw_map(table_of(backwards), {3});
        RC_ASSERT(here.axes.components == there.axes.components);
        RC_ASSERT(here.consensus == there.consensus);
        auto positions = there.positions;
        std::reverse(positions.begin(), positions.end());
        RC_ASSERT(here.positions == positions);
        auto groups = there.found.grouping.group_of;
        std::reverse(groups.begin(), groups.end());
        RC_ASSERT(here.found.grouping.group_of == groups);
        RC_ASSERT(here.found.stability.has_value() == there.found.stability.has_value());
    });
}

}  // namespace
}  // namespace lenkwerk::opinion_map::tests
