#include "modules/plan/rules/comparison.hpp"
#include "modules/plan/rules/tree_changes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace lenkwerk::plan {
namespace {

// A plan that takes changes as the store does.
class Plan {
public:
    Tree tree() const { return Tree{topics_}; }

    Outcome<Done> apply(Outcome<Changed> const& changes) {
        if (!changes) return changes.problems();
        for (auto topic : *changes) {
            if (!topic.id) topic.id = TopicId{++last_id_};
            std::erase_if(topics_, [&](Topic const& other) { return other.id == topic.id; });
            topics_.push_back(topic);
        }
        return Done{};
    }
    TopicId add(std::string title, std::optional<TopicId> parent = {}, std::optional<int> position = {}) {
        EXPECT_TRUE(apply(plan::add(tree(), {.title = std::move(title)}, {parent, position})));
        return TopicId{last_id_};
    }
    std::vector<TopicId> ids() const {
        std::vector<TopicId> ids;
        for (auto const& topic : topics_) ids.push_back(topic.id);
        return ids;
    }

private:
    std::vector<Topic> topics_;
    std::int64_t last_id_ = 0;
};

std::string key(Outcome<Changed> const& refused) { return refused.problems().front().key; }

std::vector<std::string> outline(Tree const& tree) {
    std::vector<std::string> lines;
    for (auto const id : tree.in_order()) lines.push_back(tree.number(id) + " " + tree.at(id).title);
    return lines;
}
using Outline = std::vector<std::string>;

struct Civil : testing::Test {
    Plan plan;
    TopicId prevention = plan.add("Prävention");
    TopicId civil = plan.add("Bevölkerungsschutz");
    TopicId staff = plan.add("Krisenstab", civil);
    TopicId disaster = plan.add("Großschadenslagen", civil);
    TopicId supply = plan.add("Versorgungsengpässe", disaster);
    TopicId power = plan.add("Strom", supply);
};

TEST_F(Civil, numbers_follow_the_positions) {
    EXPECT_EQ(outline(plan.tree()), (Outline{"1 Prävention", "2 Bevölkerungsschutz", "2.1 Krisenstab",
                                             "2.2 Großschadenslagen", "2.2.1 Versorgungsengpässe", "2.2.1.1 Strom"}));
}

TEST_F(Civil, a_topic_moves_with_all_below_it) {
    ASSERT_TRUE(plan.apply(move(plan.tree(), disaster, {civil, 0})));
    EXPECT_EQ(plan.tree().number(power), "2.1.1.1");
    ASSERT_TRUE(plan.apply(move(plan.tree(), supply, {prevention, {}})));
    EXPECT_EQ(plan.tree().number(power), "1.1.1");
    ASSERT_TRUE(plan.apply(move(plan.tree(), staff, {std::nullopt, 0})));
    EXPECT_EQ(plan.tree().number(staff), "1");
    EXPECT_EQ(plan.tree().number(power), "2.1.1");
}

TEST_F(Civil, no_topic_stands_below_itself) {
    EXPECT_EQ(key(move(plan.tree(), disaster, {power, {}})), "plan.topic.below_itself");
    EXPECT_EQ(key(merge(plan.tree(), disaster, power, "doppelt")), "plan.topic.below_itself");
    EXPECT_EQ(key(merge(plan.tree(), disaster, disaster, "doppelt")), "plan.topic.below_itself");
}

TEST_F(Civil, a_merged_topic_hands_its_children_over_and_says_where_it_went) {
    ASSERT_TRUE(plan.apply(merge(plan.tree(), disaster, staff, "gehört zusammen")));
    auto const tree = plan.tree();
    EXPECT_EQ(outline(tree), (Outline{"1 Prävention", "2 Bevölkerungsschutz", "2.1 Krisenstab",
                                      "2.1.1 Versorgungsengpässe", "2.1.1.1 Strom"}));
    EXPECT_EQ(tree.at(disaster).merged_into, staff);
    EXPECT_EQ(tree.at(disaster).retired_because, "gehört zusammen");
    EXPECT_EQ(key(edit(tree, disaster, {.title = "x"})), "plan.topic.retired");
}

TEST_F(Civil, a_child_merges_into_its_own_parent) {
    ASSERT_TRUE(plan.apply(merge(plan.tree(), staff, civil, "geht im Feld auf")));
    EXPECT_EQ(plan.tree().number(disaster), "2.1");
}

TEST_F(Civil, a_topic_with_children_does_not_retire) {
    EXPECT_EQ(key(retire(plan.tree(), disaster, "erledigt")), "plan.topic.has_children");
    EXPECT_EQ(key(retire(plan.tree(), power, "  ")), "plan.topic.reason_missing");
    EXPECT_EQ(key(merge(plan.tree(), power, staff, "  ")), "plan.topic.reason_missing");
    ASSERT_TRUE(plan.apply(retire(plan.tree(), power, "erledigt")));
    EXPECT_EQ(plan.tree().number(power), "");
    EXPECT_EQ(plan.tree().retired(), std::vector{power});
    EXPECT_EQ(key(merge(plan.tree(), staff, power, "x")), "plan.topic.target_gone");
    EXPECT_EQ(key(add(plan.tree(), {.title = "x"}, {power, {}})), "plan.topic.parent_gone");
}

TEST_F(Civil, only_what_was_proposed_is_confirmed) {
    auto const once = confirm(plan.tree(), std::vector{staff, power});
    EXPECT_EQ(once.size(), 2u);
    ASSERT_TRUE(plan.apply(once));
    EXPECT_TRUE(confirm(plan.tree(), std::vector{staff, power}).empty());
}

TEST_F(Civil, says_which_field_is_wrong) {
    EXPECT_EQ(key(add(plan.tree(), {.title = " "}, {})), "plan.topic.title_missing");
    EXPECT_EQ(key(add(plan.tree(), {.title = std::string(201, 'x')}, {})), "plan.topic.too_long");
    EXPECT_EQ(key(edit(plan.tree(), TopicId{99}, {.title = "x"})), "plan.topic.unknown");
}

TEST_F(Civil, an_edit_that_changes_nothing_is_no_change) {
    EXPECT_TRUE(edit(plan.tree(), staff, {.title = "Krisenstab"})->empty());
}

TEST_F(Civil, compares_two_moments) {
    auto const before = plan.tree();
    ASSERT_TRUE(plan.apply(edit(plan.tree(), staff, {.title = "Krisenstab der Stadt"})));
    ASSERT_TRUE(plan.apply(move(plan.tree(), supply, {prevention, {}})));
    ASSERT_TRUE(plan.apply(retire(plan.tree(), disaster, "leer")));
    auto const added = plan.add("Pandemien", civil, 0);
    std::map<TopicId, std::vector<Difference>> found;
    for (auto const& difference : compare(before, plan.tree())) found[difference.id] = difference.differences;
    EXPECT_EQ(found, (std::map<TopicId, std::vector<Difference>>{{supply, {Difference::moved}},
                                                                 {power, {Difference::renumbered}},
                                                                 {added, {Difference::added}},
                                                                 {staff, {Difference::renamed}},
                                                                 {disaster, {Difference::retired}}}));
    EXPECT_TRUE(compare(before, before).empty());
}

// One change at random; refused or not, the tree stays a tree.
void change_at_random(Plan& plan) {
    auto const ids = plan.ids();
    auto const any = [&] { return ids.empty() ? TopicId{1} : *rc::gen::elementOf(ids); };
    auto const parent = *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional{any()};
    auto const position = *rc::gen::inRange(0, 5);
    switch (*rc::gen::inRange(0, 6)) {
        case 0: (void)plan.apply(retire(plan.tree(), any(), "weil")); break;
        case 1: (void)plan.apply(merge(plan.tree(), any(), any(), "weil")); break;
        case 2:
        case 3: (void)plan.apply(move(plan.tree(), any(), {parent, position})); break;
        default: (void)plan.apply(add(plan.tree(), {.title = "Thema"}, {parent, position}));
    }
}

TEST(Tree, stays_whole_whatever_is_done_to_it) {
    EXPECT_TRUE(rc::check([] {
        Plan plan;
        for (int step = *rc::gen::inRange(0, 40); step > 0; --step) change_at_random(plan);
        auto const tree = plan.tree();
        std::set<std::string> numbers;
        std::size_t living = 0;
        for (auto const id : plan.ids()) {
            if (!tree.at(id).is_alive()) continue;
            ++living;
            RC_ASSERT(numbers.insert(tree.number(id)).second);
            auto const siblings = tree.children_of(tree.at(id).parent);
            auto const position = static_cast<std::size_t>(tree.at(id).position);
            RC_ASSERT(position < siblings.size());
            RC_ASSERT(siblings[position] == id);
        }
        RC_ASSERT(living == tree.living());
        RC_ASSERT(tree.in_order().size() == living);
    }));
}

}  // namespace
}  // namespace lenkwerk::plan
