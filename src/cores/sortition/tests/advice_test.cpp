#include "cores/sortition/advice.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "cores/sortition/input/read.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/reference.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Quotas changed(Quotas quotas, std::vector<Change> const& changes) {
    for (auto const& change : changes) {
        quotas.rows[at(change.quota)].min = change.min;
        quotas.rows[at(change.quota)].max = change.max;
    }
    return quotas;
}

// Seats by which quotas have to be bent for this panel.
int seats_bent(tests::TinyPool const& tiny, std::vector<int> const& panel, int& touched) {
    std::vector<int> sums(tiny.quotas.rows.size());
    for (int const person : panel) {
        for (int const quota : tiny.people.members[at(person)].quotas) ++sums[at(quota)];
    }
    int seats = 0;
    touched = 0;
    for (std::size_t row = 0; row < sums.size(); ++row) {
        auto const& quota = tiny.quotas.rows[row];
        int const by = std::max({0, quota.min - sums[row], sums[row] - quota.max});
        seats += by;
        touched += by > 0;
    }
    return seats;
}

// The quotas shifted against each other, so that many pools are infeasible.
tests::TinyPool twisted(std::uint64_t seed) {
    auto tiny = tests::tiny_pool(seed);
    auto& first = tiny.quotas.rows.front();
    std::swap(first.min, tiny.quotas.rows[1].min);
    std::swap(first.max, tiny.quotas.rows[1].max);
    return tiny;
}

TEST(Advice, names_the_smallest_changes_by_seats_and_by_quotas) {
    int advised = 0;
    tests::holds(1000, [&](std::uint64_t seed) {
        auto const tiny = twisted(seed);
        auto const advice = advise(tiny.people, tiny.quotas, tiny.rules);
        if (!advice || advice->feasible) return;
        auto free = tiny;
        for (auto& quota : free.quotas.rows) quota.min = 0, quota.max = tiny.rules.size;
        int least_seats = 1000, least_touched = 1000;
        for (auto const& panel : tests::all_panels(free)) {
            int touched = 0;
            least_seats = std::min(least_seats, seats_bent(tiny, panel, touched));
            least_touched = std::min(least_touched, touched);
        }
        if (least_seats == 1000) return RC_ASSERT(advice->by_amount.empty());
        RC_ASSERT(!advice->by_amount.empty() && !advice->by_count.empty());
        RC_ASSERT(advice->by_amount.front().amount == least_seats);
        RC_ASSERT(static_cast<int>(advice->by_count.front().changes.size()) == least_touched);
        for (auto const& list : {advice->by_amount, advice->by_count}) {
            for (auto const& relaxation : list) {
                auto const bent = changed(tiny.quotas, relaxation.changes);
                RC_ASSERT(advise(tiny.people, bent, tiny.rules)->feasible);
            }
        }
        ++advised;
    });
    EXPECT_GT(advised, 50);
}

TEST(Advice, keeps_within_flexible_bounds) {
    auto const quotas = *input::read_quotas({"q",
                                             "feature,value,min,max,min_flex,max_flex\nsex,f,3,4,3,4\nsex,m,1,1,0,"
                                             "2\nage,old,4,4,3,4\nage,young,0,0,0,1\n"});
    auto const people =
        *input::read_people({"p", "id,sex,age\n1,f,old\n2,f,young\n3,f,young\n4,m,old\n5,m,old\n6,m,old\n"}, quotas);
    auto const advice = advise(people, quotas, {4});
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->feasible);
    for (auto const& relaxation : advice->by_amount) {
        for (auto const& change : relaxation.changes) {
            auto const& quota = quotas.rows[at(change.quota)];
            EXPECT_GE(change.min, *quota.flex_min);
            EXPECT_LE(change.max, *quota.flex_max);
        }
    }
}

TEST(Advice, says_which_people_would_be_needed_and_what_to_change_in_words) {
    auto const quotas = *input::read_quotas({"q", "feature,value,min,max\nsex,f,3,3\nsex,m,1,1\n"});
    auto const people = *input::read_people({"p", "id,sex\n1,f\n2,m\n3,m\n4,m\n"}, quotas);
    auto const advice = advise(people, quotas, {4});
    ASSERT_TRUE(advice && !advice->missing.empty() && !advice->by_count.empty());
    EXPECT_EQ(advice->missing.front().people, 2);
    EXPECT_EQ(advice->missing.front().values, std::vector{0});
    std::vector<std::string> words;
    for (auto const& change : advice->by_amount.front().changes) words.push_back(in_words(quotas, change));
    std::ranges::sort(words);
    EXPECT_EQ(words, (std::vector<std::string>{"lower sex = f min from 3 to 1", "raise sex = m max from 1 to 3"}));
}

TEST(Advice, comes_at_once_for_a_real_pool_that_is_one_seat_too_large) {
    if (tests::reference_names().empty()) GTEST_SKIP() << "NO REFERENCE DATA";
    auto const geneva = tests::reference("geneva_30");
    auto const advice = advise(geneva.people, geneva.quotas, {31});
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->feasible);
    ASSERT_FALSE(advice->by_amount.empty());
    // Seven features whose quotas all sum to 30: one seat more in each.
    EXPECT_EQ(advice->by_amount.front().amount, 7);
    EXPECT_EQ(advice->by_count.front().changes.size(), 7U);
    EXPECT_TRUE(advise(geneva.people, changed(geneva.quotas, advice->by_count.front().changes), {31})->feasible);
}

TEST(Excluded, are_named_with_quotas_that_together_keep_them_out) {
    auto const quotas =
        *input::read_quotas({"q", "feature,value,min,max\nsex,f,1,1\nsex,m,1,1\nage,old,2,2\nage,young,0,1\n"});
    auto const people = *input::read_people({"p", "id,sex,age\n1,f,old\n2,m,old\n3,f,young\n4,m,old\n"}, quotas);
    auto const excluded = explain_excluded(*group(people, quotas, {2}), {2});
    ASSERT_EQ(excluded.size(), 1U);
    EXPECT_EQ(excluded.front().person, 2);
    EXPECT_EQ(excluded.front().quotas, std::vector{2});  // both seats are for the old
}

}  // namespace
}  // namespace lenkwerk::sortition
