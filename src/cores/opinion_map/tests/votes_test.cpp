#include "cores/opinion_map/votes.hpp"

#include <map>

#include "cores/opinion_map/pair_sums.hpp"
#include "cores/opinion_map/tests/conversations.hpp"

namespace lenkwerk::opinion_map::tests {
namespace {

TEST(Votes, keep_the_last_of_several_and_count_the_others) {
    rc::check([] {
        auto const lines = *any_lines();
        std::map<std::pair<std::string, std::string>, Vote> last;
        for (auto const& line : lines) last[{line.participant, line.statement}] = line.vote;
        auto const table = table_of(lines);
        RC_ASSERT(table.marks.size() == last.size());
        RC_ASSERT(table.revotes == lines.size() - last.size());
        for (std::size_t i = 0; i < table.participant_count(); ++i) {
            for (auto const mark : table.votes_of(i)) {
                auto const key = std::pair(table.participants[i], table.statements[mark.statement()].id);
                RC_ASSERT(last.at(key) == mark.vote());
            }
        }
    });
}

TEST(Votes, are_counted_in_natural_order_of_names) {
    auto const table = table_of({{"10", "b"}, {"9", "2"}, {"anna", "10"}});
    EXPECT_EQ(table.participants, (std::vector<std::string>{"9", "10", "anna"}));
    EXPECT_EQ(table.statements[0].id, "2");
    EXPECT_EQ(table.statements[1].id, "10");
    EXPECT_EQ(table.statements[2].id, "b");
}

TEST(Votes, on_an_unknown_statement_are_not_kept) {
    BallotBox box(statements(1));
    EXPECT_FALSE(box.cast("1", "7", Vote::agree));
    EXPECT_TRUE(box.cast("1", "0", Vote::agree));
    EXPECT_EQ(box.ballots().size(), 1U);
}

TEST(PairSums, are_what_counting_pair_by_pair_gives) {
    rc::check([] {
        auto const table = table_of(*any_lines());
        auto const weights =
            *rc::gen::container<std::vector<std::int32_t>>(table.participant_count(), rc::gen::inRange(0, 4));
        auto const sums = PairSums::of(table, weights);
        PairSums expected(table.statement_count());
        for (std::size_t i = 0; i < table.participant_count(); ++i) {
            for (std::int32_t times = 0; times < weights[i]; ++times) {
                auto const row = table.votes_of(i);
                for (std::size_t v = 0; v < row.size(); ++v) expected.add(row[v], row.first(v));
            }
        }
        RC_ASSERT(sums == expected);
    });
}

TEST(PairSums, of_a_large_crowd_are_counted_in_batches) {
    BallotBox box(statements(3));
    for (int i = 0; i < 20000; ++i) {
        box.cast(std::to_string(i), "0", Vote::agree);
        box.cast(std::to_string(i), "2", i % 2 == 0 ? Vote::disagree : Vote::pass);
    }
    auto const sums = PairSums::of(count(std::move(box).sorted()));
    EXPECT_EQ(sums.seen(0, 2), 20000);
    EXPECT_EQ(sums.agreement(2, 0), -10000);
    EXPECT_EQ(sums.vote_where_seen(0, 2), 20000);
    EXPECT_EQ(sums.vote_where_seen(2, 0), -10000);
    EXPECT_EQ(sums.seen(1, 2), 0);
    EXPECT_EQ(sums.mean(1), 0);
}

TEST(PairSums, take_back_what_they_added) {
    rc::check([] {
        auto const table = table_of(*any_lines());
        auto sums = PairSums::of(table);
        auto const before = sums;
        Mark const mark(0, *any_vote());
        sums.add(mark, table.votes_of(0));
        sums.remove(mark, table.votes_of(0));
        RC_ASSERT(sums == before);
    });
}

}  // namespace
}  // namespace lenkwerk::opinion_map::tests
