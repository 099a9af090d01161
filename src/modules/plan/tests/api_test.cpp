// The plan as programs read it: the same as its pages show the same reader, and no more.
#include "modules/people/module.hpp"
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "town/browsers.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::plan {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

class PlanApi : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world.emplace(GetParam(), std::vector{people::module(), plan::module()});
        browsers.emplace(world->city());
        id = *office([](auto& tx) {
            return import_plan(
                tx, {"Masterplan",
                     "",
                     "26093-22",
                     "26093-22",
                     Day::of(2023, 2, 9),
                     {{"1", "", "Prävention", "Vorbeugen"}, {"2", "", "Ordnung", ""}, {"2.1", "2", "Präsenz", ""}},
                     Audience::everyone()});
        });
        auto const lines = world->read([&](auto& reader) { return outline(reader, Viewer::everything(), id); });
        prevention = lines[0].id;
        order = lines[1].id;
        presence = lines[2].id;
    }
    GoalId goal(Audience const& audience, TopicId topic) {
        return *office([&](auto& tx) { return add_goal(tx, id, {"Mehr Vertrauen", "", topic, audience}); });
    }
    static std::string at(std::string_view list, auto which) { return fmt::format("/api/v1/{}/{}", list, which.value); }
    json read(std::string const& address) { return json::parse(browsers->visitor().get(address).body); }
    int status(std::string const& address) { return browsers->visitor().get(address).status; }

    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    PlanId id;
    TopicId prevention, order, presence;
};
LENKWERK_ON_BOTH_DATABASES(PlanApi);

TEST_P(PlanApi, lists_the_plans_and_says_null_where_nothing_is_said) {
    auto const plans = read("/api/v1/plans").at("plans");
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].at("id"), id.value);
    EXPECT_EQ(plans[0].at("title"), "Masterplan");
    EXPECT_TRUE(plans[0].at("motto").is_null());
    EXPECT_EQ(plans[0].at("audience"), "public");
}

TEST_P(PlanApi, shows_the_outline_in_the_order_of_the_printed_plan) {
    auto const plan = read(at("plans", id));
    auto const& topics = plan.at("topics");
    ASSERT_EQ(topics.size(), 3U);
    EXPECT_EQ(topics[0].at("subtitle"), "Vorbeugen");
    EXPECT_TRUE(topics[0].at("parent").is_null());
    EXPECT_EQ(topics[2].at("number"), "2.1");
    EXPECT_EQ(topics[2].at("parent"), order.value);
    EXPECT_EQ(topics[2].at("state"), "proposed");
    EXPECT_EQ(plan.at("versions").at(0).at("kind"), "imported");
    EXPECT_EQ(status("/api/v1/plans/99"), 404);
}

TEST_P(PlanApi, keeps_from_visitors_what_the_pages_keep_from_them) {
    auto const hidden = goal(Audience::administration(), prevention);
    ASSERT_TRUE(office([&](auto& tx) { return show_topic(tx, order, Audience::administration()); }));
    EXPECT_EQ(read(at("plans", id)).at("topics").size(), 1U);
    EXPECT_TRUE(read(at("plans", id)).at("goals").empty());
    EXPECT_TRUE(read(at("topics", prevention)).at("goals").empty());
    EXPECT_EQ(status(at("topics", order)), 404);
    EXPECT_EQ(status(at("topics", presence)), 404);
    EXPECT_EQ(status(at("goals", hidden)), 404);
    auto const inside = json::parse(browsers->of(town::member()).get(at("plans", id)).body);
    EXPECT_EQ(inside.at("topics").size(), 3U);
    EXPECT_EQ(inside.at("goals").at(0).at("id"), hidden.value);
}

TEST_P(PlanApi, does_not_name_the_hidden_topic_of_a_public_goal) {
    auto const open = goal(Audience::everyone(), order);
    EXPECT_EQ(read(at("goals", open)).at("topic"), order.value);
    ASSERT_TRUE(office([&](auto& tx) { return show_topic(tx, order, Audience::administration()); }));
    EXPECT_TRUE(read(at("goals", open)).at("topic").is_null());
}

TEST_P(PlanApi, reads_the_plan_as_of_any_day_and_in_a_named_version) {
    world->clock().advance(24h * 3);
    ASSERT_TRUE(office([&](auto& tx) {
        return edit_topic(tx, {prevention, {"Vorbeugung", "", "", Audience::everyone()}, world->clock().now()});
    }));
    auto const title = [&](std::string const& query) {
        return read(at("plans", id) + query).at("topics").at(0).at("title").get<std::string>();
    };
    EXPECT_EQ(title(""), "Vorbeugung");
    EXPECT_EQ(title("?as_of=2026-11-24"), "Prävention");
    auto const version = read(at("plans", id)).at("versions").at(0).at("id").get<std::int64_t>();
    EXPECT_EQ(title(fmt::format("?version={}", version)), "Prävention");
    EXPECT_EQ(status(at("plans", id) + "?version=99"), 404);
    EXPECT_EQ(read(at("plans", id) + "?as_of=2026-11-24").at("shown").at("as_of"), "2026-11-24");
    EXPECT_TRUE(read(at("plans", id) + "?as_of=2099-01-01").at("shown").at("as_of").is_null());
}

TEST_P(PlanApi, refuses_a_moment_that_is_none) {
    for (auto const* query : {"?as_of=gestern", "?as_of=2026-02-30", "?version=x", "?asof=2026-11-24"})
        EXPECT_EQ(status(at("plans", id) + query), 422) << query;
}

TEST_P(PlanApi, shows_a_topic_with_its_goals_and_how_far_they_are) {
    auto const open = goal(Audience::everyone(), prevention);
    auto const indicator = *office([&](auto& tx) {
        return add_indicator(tx, open,
                             {"Anteil", "%", "Befragung", 20.0, Day::of(2025, 1, 1), 40.0, Day::of(2027, 1, 1), 12});
    });
    ASSERT_TRUE(office(
        [&](auto& tx) { return record_value(tx, indicator, {Day::of(2026, 1, 1), 25.0}, "", Day::of(2026, 11, 23)); }));
    auto const shown = read(at("topics", prevention)).at("goals").at(0);
    EXPECT_EQ(shown.at("title"), "Mehr Vertrauen");
    EXPECT_EQ(shown.at("indicators").at(0).at("progress"), 0.25);
    EXPECT_EQ(shown.at("indicators").at(0).at("values").at(0).at("day"), "2026-01-01");
    EXPECT_EQ(read(at("goals", open)).at("indicators"), shown.at("indicators"));
}

TEST_P(PlanApi, says_what_became_of_a_topic) {
    ASSERT_TRUE(office([&](auto& tx) { return merge_topics(tx, presence, prevention, "Doppelt."); }));
    auto const topic = read(at("topics", presence));
    EXPECT_EQ(topic.at("state"), "retired");
    EXPECT_TRUE(topic.at("number").is_null());
    EXPECT_EQ(topic.at("merged_into"), prevention.value);
    EXPECT_EQ(topic.at("retired_because"), "Doppelt.");
}

TEST_P(PlanApi, is_kept_as_pages_are_until_the_plan_changes) {
    auto visitor = browsers->visitor();
    auto const tag = visitor.get(at("plans", id)).header("etag");
    ASSERT_FALSE(tag.empty());
    visitor.with_header("if-none-match", tag);
    EXPECT_EQ(visitor.get(at("plans", id)).status, 304);
    ASSERT_TRUE(office([&](auto& tx) { return show_topic(tx, order, Audience::administration()); }));
    EXPECT_EQ(visitor.get(at("plans", id)).status, 200);
}

}  // namespace
}  // namespace lenkwerk::plan
