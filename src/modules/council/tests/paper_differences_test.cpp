#include "modules/council/rules/paper_differences.hpp"

#include "modules/council/rules/paper_reader.hpp"
#include "modules/council/tests/shared_paper.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::council {
namespace {

PaperDraft paper() {
    auto draft = read_paper(invented_paper());
    if (!draft) throw std::runtime_error("the invented paper is refused");
    return *draft;
}

TEST(PaperDifferences, has_none_between_two_readings_of_the_same_paper) {
    EXPECT_TRUE(differences(paper(), paper()).empty());
}

TEST(PaperDifferences, names_the_place_and_both_texts) {
    auto now = paper();
    now.topics[1].title = "Sichere Schulwege";
    now.consultations[10].date = Day::of(2024, 12, 12);
    auto const found = differences(paper(), now);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].what, "consultation");
    EXPECT_EQ(found[0].which, "Stadtverordnetenversammlung");
    EXPECT_EQ(found[0].member, "date");
    EXPECT_EQ(found[0].before, "2024-12-05");
    EXPECT_EQ(found[0].after, "2024-12-12");
    EXPECT_EQ(found[1].which, "1.1.1");
    EXPECT_EQ(found[1].before, "Schulwege");
    EXPECT_EQ(found[1].lines, now.topics[1].lines);
}

TEST(PaperDifferences, of_the_other_direction_are_additions_for_removals) {
    auto now = paper();
    now.topics.pop_back();
    now.deviation.reset();
    auto const there = differences(paper(), now), back = differences(now, paper());
    ASSERT_EQ(there.size(), 2U);
    ASSERT_EQ(back.size(), 2U);
    for (auto const& one : there) EXPECT_EQ(one.change, PaperChange::removed);
    for (auto const& one : back) EXPECT_EQ(one.change, PaperChange::added);
    EXPECT_EQ(there[0].which, back[0].which);
    EXPECT_EQ(there[0].before, back[0].after);
}

TEST(PaperDifferences, do_not_count_where_a_finding_stands) {
    auto moved = read_paper("\n\n\n" + invented_paper());
    ASSERT_TRUE(moved);
    EXPECT_TRUE(differences(paper(), *moved).empty());
}

}  // namespace
}  // namespace lenkwerk::council
