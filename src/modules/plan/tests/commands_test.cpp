#include "modules/people/module.hpp"
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/plans.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "town/world.hpp"

namespace lenkwerk::plan {
namespace {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

ImportedPlan civil_plan() {
    return {"Masterplan",
            "Gemeinsam.",
            "26093-22",
            "26093-22",
            Day::of(2023, 2, 9),
            {{"1", "", "Prävention", "Vorbeugen"}, {"3", "", "Bevölkerungsschutz", ""}, {"3.1", "3", "Krisenstab", ""}},
            Audience::everyone()};
}

class PlanCommands : public town::StoreTest {
protected:
    template <class Command> auto as(access::Actor const& actor, Command command) {
        return world->write(actor, command);
    }
    template <class Command> auto office(Command command) { return as(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module(), plan::module()});
        id = *as(town::office(), [](auto& tx) { return import_plan(tx, civil_plan()); });
    }
    std::vector<std::string> lines(Viewer const& viewer, std::optional<Instant> at = {}) {
        return world->read([&](auto& reader) {
            std::vector<std::string> found;
            for (auto const& line : outline(reader, viewer, id, at)) found.push_back(line.number + " " + line.title);
            return found;
        });
    }
    TopicId topic_titled(std::string const& title) {
        return world->read([&](auto& reader) {
            for (auto const& line : outline(reader, Viewer::everything(), id))
                if (line.title == title) return line.id;
            throw std::out_of_range(title);
        });
    }
    std::unique_ptr<town::World> world;
    PlanId id;
};
LENKWERK_ON_BOTH_DATABASES(PlanCommands);

TEST_P(PlanCommands, import_keeps_the_order_of_the_paper) {
    EXPECT_EQ(lines(Viewer::visitor()), (Keys{"1 Prävention", "2 Bevölkerungsschutz", "2.1 Krisenstab"}));
}

TEST_P(PlanCommands, import_of_a_broken_tree_is_refused_whole) {
    auto orphan = civil_plan();
    orphan.topics.push_back({"4.1", "4", "Labore", ""});
    EXPECT_EQ(keys(office([&](auto& tx) { return import_plan(tx, orphan); })), Keys{"plan.import.parent_missing"});
    auto twice = civil_plan();
    twice.topics.push_back({"3.1", "3", "Großveranstaltungen", ""});
    EXPECT_EQ(keys(office([&](auto& tx) { return import_plan(tx, twice); })), Keys{"plan.import.number_twice"});
}

TEST_P(PlanCommands, importing_again_adds_and_renames_but_never_doubles) {
    auto again = civil_plan();
    again.topics[2].title = "Krisenstab der Stadt";
    again.topics.push_back({"3.2", "3", "Großveranstaltungen", ""});
    ASSERT_TRUE(office([&](auto& tx) { return import_again(tx, id, again); }));
    ASSERT_TRUE(office([&](auto& tx) { return import_again(tx, id, again); }));
    EXPECT_EQ(lines(Viewer::visitor()),
              (Keys{"1 Prävention", "2 Bevölkerungsschutz", "2.1 Krisenstab der Stadt", "2.2 Großveranstaltungen"}));
}

TEST_P(PlanCommands, the_plan_can_be_read_as_it_was) {
    auto const before = world->clock().now();
    world->clock().advance(std::chrono::hours{24});
    auto const staff = topic_titled("Krisenstab");
    ASSERT_TRUE(
        office([&](auto& tx) { return edit_topic(tx, {staff, {"Stab", "", "", Audience::everyone()}, tx.now()}); }));
    EXPECT_EQ(lines(Viewer::visitor()).back(), "2.1 Stab");
    EXPECT_EQ(lines(Viewer::visitor(), before).back(), "2.1 Krisenstab");
    auto const changes =
        world->read([&](auto& reader) { return changes_since(reader, Viewer::visitor(), id, before); });
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes.front().difference, "renamed");
}

TEST_P(PlanCommands, an_edit_of_what_changed_meanwhile_is_refused) {
    auto const seen = world->clock().now();
    world->clock().advance(std::chrono::minutes{1});
    auto const staff = topic_titled("Krisenstab");
    auto const edit = [&](std::string title) {
        return office([&](auto& tx) { return edit_topic(tx, {staff, {title, "", "", Audience::everyone()}, seen}); });
    };
    EXPECT_TRUE(edit("Stab"));
    EXPECT_EQ(keys(edit("Krisenrat")), Keys{"form.changed_meanwhile"});
}

TEST_P(PlanCommands, what_is_hidden_stays_hidden_with_all_below_it) {
    auto const civil = topic_titled("Bevölkerungsschutz");
    ASSERT_TRUE(office([&](auto& tx) { return show_topic(tx, civil, Audience::administration()); }));
    EXPECT_EQ(lines(Viewer::visitor()), Keys{"1 Prävention"});
    EXPECT_EQ(lines(Viewer::insider({})).size(), 3u);
    ASSERT_TRUE(office([&](auto& tx) { return show_plan_to(tx, id, Audience::everyone()); }));
    EXPECT_EQ(lines(Viewer::visitor()).size(), 3u);
}

TEST_P(PlanCommands, moving_merging_and_retiring_are_kept) {
    auto const prevention = topic_titled("Prävention");
    auto const staff = topic_titled("Krisenstab");
    ASSERT_TRUE(office([&](auto& tx) { return move_topic(tx, staff, {prevention}); }));
    EXPECT_EQ(lines(Viewer::visitor()), (Keys{"1 Prävention", "1.1 Krisenstab", "2 Bevölkerungsschutz"}));
    ASSERT_TRUE(office(
        [&](auto& tx) { return merge_topics(tx, topic_titled("Bevölkerungsschutz"), prevention, "gehört dazu"); }));
    ASSERT_TRUE(office([&](auto& tx) { return retire_topic(tx, staff, "erledigt"); }));
    EXPECT_EQ(lines(Viewer::visitor()), Keys{"1 Prävention"});
}

TEST_P(PlanCommands, only_the_office_may) {
    TopicDraft const draft{"Neu", "", "", Audience::everyone()};
    for (auto const& actor :
         {town::visitor(), town::member(), town::department(), town::auditor(), town::administrator()}) {
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return add_topic(tx, id, draft, {}); })), Keys{"access.denied"});
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return show_plan_to(tx, id, Audience::everyone()); })),
                  Keys{"access.denied"});
        EXPECT_EQ(keys(as(actor, [&](auto& tx) { return import_plan(tx, civil_plan()); })), Keys{"access.denied"});
    }
}

TEST_P(PlanCommands, topics_are_confirmed_by_a_decision) {
    std::vector const topics{topic_titled("Krisenstab")};
    auto const confirm_by = [&](std::string decision) {
        return office([&](auto& tx) { return confirm_topics(tx, id, topics, decision); });
    };
    EXPECT_EQ(keys(confirm_by(" ")), Keys{"plan.topic.decision_missing"});
    EXPECT_TRUE(confirm_by("Beschluss vom 12.03.2027"));
    EXPECT_EQ(keys(confirm_by("noch einmal")), Keys{"plan.topic.nothing_to_confirm"});
    std::vector const unknown{TopicId{999}};
    EXPECT_EQ(keys(office([&](auto& tx) { return confirm_topics(tx, id, unknown, "x"); })), Keys{"plan.topic.unknown"});
}

TEST_P(PlanCommands, a_version_is_adopted_with_a_label_and_a_decision) {
    auto const adopt_as = [&](PlanId plan, std::string label, std::string decision) {
        return office([&](auto& tx) { return adopt(tx, {plan, label, Day::of(2026, 1, 1), decision}); });
    };
    EXPECT_EQ(keys(adopt_as(id, "", "Beschluss")), Keys{"plan.version.label_missing"});
    EXPECT_EQ(keys(adopt_as(id, "Fassung 2", "")), Keys{"plan.topic.decision_missing"});
    EXPECT_TRUE(adopt_as(id, "Fassung 2", "Beschluss"));
    auto const empty = office([](auto& tx) { return create_plan(tx, {.title = "Leer"}); });
    EXPECT_EQ(keys(adopt_as(*empty, "Fassung 1", "Beschluss")), Keys{"plan.version.empty"});
}

TEST_P(PlanCommands, a_plan_advances_and_has_steps) {
    EXPECT_TRUE(office([&](auto& tx) { return advance_plan(tx, id, PlanState::fields_agreed); }));
    EXPECT_TRUE(office([&](auto& tx) { return add_step(tx, id, {"Auftakt", Day::of(2026, 1, 1)}); }));
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_step(tx, id, 999, {"x", Day::of(2026, 1, 1)}); })),
              Keys{"plan.step.unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return advance_plan(tx, PlanId{999}, PlanState::adopted); })),
              Keys{"plan.plan.unknown"});
    EXPECT_EQ(keys(office([](auto& tx) { return create_plan(tx, {.title = "x", .predecessor = PlanId{999}}); })),
              Keys{"plan.plan.predecessor_unknown"});
}

TEST_P(PlanCommands, indicators_take_values_of_days_that_have_been) {
    auto const goal = *office([&](auto& tx) { return add_goal(tx, id, {.title = "Sicher wohnen"}); });
    auto const indicator = *office([&](auto& tx) { return add_indicator(tx, goal, {.title = "Anteil"}); });
    auto const today = Day::of(2026, 11, 23);
    auto const record = [&](IndicatorId which, Measurement value) {
        return office([&](auto& tx) { return record_value(tx, which, value, "", today); });
    };
    EXPECT_TRUE(record(indicator, {today, 61.5}));
    EXPECT_EQ(keys(record(indicator, {today + 1, 1})), Keys{"plan.indicator.value_ahead"});
    EXPECT_EQ(keys(record(indicator, {today, std::nan("")})), Keys{"plan.indicator.not_a_number"});
    EXPECT_EQ(keys(record(IndicatorId{99}, {today, 1})), Keys{"plan.indicator.unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_goal(tx, GoalId{99}, {.title = "x"}, 1); })),
              Keys{"plan.goal.unknown"});
}

}  // namespace
}  // namespace lenkwerk::plan
