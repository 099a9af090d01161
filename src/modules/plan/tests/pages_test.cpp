// Every page of the plan: what a visitor reads, what the office does, and who may not.
#include "modules/people/module.hpp"
#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/plans.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/module.hpp"
#include "modules/plan/plan.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace lenkwerk::plan {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

std::optional<web::SignedIn> authenticate(storage::Reader const&, std::string_view hash, Instant, Day) {
    if (hash == web::hash_of_token("office")) return web::SignedIn{access::AccountId{1}, "office", town::office(), ""};
    if (hash == web::hash_of_token("member")) return web::SignedIn{access::AccountId{2}, "member", town::member(), ""};
    return std::nullopt;
}

class PlanPages : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module(), plan::module()});
        world->city().authenticate_by(authenticate);
        site = std::make_unique<web::Site>(world->city());
        id = *office([](auto& tx) {
            return import_plan(
                tx, {"Masterplan",
                     "Gemeinsam.",
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
        plan_page = fmt::format("/plaene/{}", id.value);
    }
    web::testing::Browser browser(std::string const& who) {
        web::testing::Browser browser{*site};
        if (who != "visitor") browser.with_session(who);
        return browser;
    }
    auto get(std::string const& who, std::string const& address) { return browser(who).get(address); }
    // The office opens `form` and sends `fields` to `address`.
    auto send(std::string const& form, std::string const& address, web::testing::Form fields) {
        auto sender = browser("office");
        sender.get(form);
        return sender.post(address, std::move(fields));
    }
    static std::string at(TopicId topic, std::string_view rest = "") {
        return fmt::format("/themen/{}{}", topic.value, rest);
    }
    GoalId goal(Audience const& audience = Audience::everyone()) {
        return *office([&](auto& tx) { return add_goal(tx, id, {"Mehr Vertrauen", "", prevention, audience}); });
    }

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
    PlanId id;
    TopicId prevention, order, presence;
    std::string plan_page;
};
LENKWERK_ON_BOTH_DATABASES(PlanPages);

TEST_P(PlanPages, show_the_plan_and_say_once_that_it_is_proposed) {
    auto const page = get("visitor", "/plan");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Alle Felder und Themen sind Vorschläge"));
    EXPECT_THAT(page.body, Not(HasSubstr(">Vorschlag<")));
    std::vector<TopicId> const some{order, presence};
    ASSERT_TRUE(office([&](auto& tx) { return confirm_topics(tx, id, some, "Beschluss vom 1. März"); }));
    auto const mixed = get("visitor", plan_page).body;
    EXPECT_THAT(mixed, Not(HasSubstr("Alle Felder und Themen sind Vorschläge")));
    EXPECT_THAT(mixed, HasSubstr("Dieses Feld und seine Themen sind Vorschläge"));
    EXPECT_EQ(get("visitor", "/plaene").status, 200);
    EXPECT_EQ(get("visitor", "/plaene/99").status, 404);
}

TEST_P(PlanPages, hide_what_is_not_public) {
    ASSERT_TRUE(office([&](auto& tx) { return show_topic(tx, order, Audience::administration()); }));
    EXPECT_THAT(get("visitor", "/plan").body, Not(HasSubstr("Ordnung")));
    EXPECT_EQ(get("visitor", at(order)).status, 404);
    EXPECT_EQ(get("visitor", at(order, "/verlauf")).status, 404);
    EXPECT_EQ(get("member", at(order)).status, 200);
    ASSERT_TRUE(office([&](auto& tx) { return show_plan_to(tx, id, Audience::administration()); }));
    EXPECT_THAT(get("visitor", "/plan").body, HasSubstr("Noch kein Plan"));
    EXPECT_EQ(get("visitor", plan_page).status, 404);
    EXPECT_EQ(get("visitor", plan_page + "/vergleich").status, 404);
    EXPECT_EQ(get("visitor", at(prevention)).status, 404);
}

TEST_P(PlanPages, show_the_plan_as_it_was_and_what_changed_since) {
    world->clock().advance(24h * 3);
    ASSERT_TRUE(office([&](auto& tx) {
        return edit_topic(tx,
                          {prevention, {"Vorbeugung", "", "Neuer Text", Audience::everyone()}, world->clock().now()});
    }));
    ASSERT_TRUE(office([&](auto& tx) { return retire_topic(tx, presence, "Erledigt."); }));
    EXPECT_THAT(get("visitor", plan_page + "?stand=2026-11-24").body, HasSubstr("Prävention"));
    EXPECT_THAT(get("visitor", plan_page + "?stand=gestern").body, HasSubstr("„gestern“ ist kein Tag"));
    EXPECT_THAT(get("visitor", plan_page + "/vergleich?von=gestern").body, HasSubstr("„gestern“ ist kein Tag"));
    EXPECT_THAT(get("visitor", plan_page + "?stand=2026-11-24").body, HasSubstr("Zum heutigen Stand"));
    EXPECT_THAT(get("visitor", plan_page).body, HasSubstr("Vorbeugung"));
    auto const compared = get("visitor", plan_page + "/vergleich?von=2026-11-24&bis=2026-11-26").body;
    EXPECT_THAT(compared, HasSubstr("<del"));
    EXPECT_THAT(compared, HasSubstr("2 Änderungen zwischen 24.11.2026 und 26.11.2026"));
    auto const version = world->read([&](auto& reader) { return versions(reader, id).front().id; });
    auto const by_name = get("visitor", fmt::format("{}/vergleich?fassung={}", plan_page, version.value)).body;
    EXPECT_THAT(by_name, HasSubstr("zwischen 26093-22 und"));
    EXPECT_THAT(get("visitor", fmt::format("{}?fassung={}", plan_page, version.value)).body, HasSubstr("Prävention"));
    EXPECT_EQ(get("visitor", plan_page + "?fassung=99").status, 404);
    EXPECT_THAT(get("visitor", plan_page + "/vergleich?von=2026-11-26&bis=2026-11-26").body,
                HasSubstr("Keine Änderung"));
    EXPECT_THAT(get("visitor", at(presence)).body, HasSubstr("Erledigt."));
    EXPECT_THAT(get("visitor", at(prevention, "/verlauf")).body, HasSubstr("<del"));
}

TEST_P(PlanPages, let_the_office_edit_the_tree) {
    auto const made = send(plan_page + "/themen/neu", plan_page + "/themen",
                           {{"title", "Sauberkeit"}, {"parent", std::to_string(order.value)}, {"audience", "public"}});
    EXPECT_EQ(made.status, 303);
    EXPECT_EQ(send(plan_page + "/themen/neu", plan_page + "/themen", {{"title", ""}}).status, 422);
    EXPECT_THAT(get("visitor", "/plan").body, HasSubstr("Sauberkeit"));
    EXPECT_EQ(send(at(prevention, "/bearbeiten"), at(prevention), {{"title", "Alt"}, {"seen", "0"}}).status, 409);
    auto const now = std::to_string(world->clock().now().milliseconds);
    EXPECT_EQ(send(at(prevention, "/bearbeiten"), at(prevention),
                   {{"title", "Vorbeugung"}, {"seen", now}, {"audience", "public"}})
                  .status,
              303);
    EXPECT_EQ(send(at(presence, "/verschieben"), at(presence, "/platz"), {{"parent", std::to_string(prevention.value)}})
                  .status,
              303);
    EXPECT_EQ(
        send(at(prevention, "/verschieben"), at(prevention, "/platz"), {{"parent", std::to_string(presence.value)}})
            .status,
        422);
    EXPECT_EQ(send(at(order, "/verschieben"), at(order, "/zusammenlegung"),
                   {{"into", std::to_string(prevention.value)}, {"reason", ""}})
                  .status,
              422);
    EXPECT_EQ(send(at(order, "/verschieben"), at(order, "/zusammenlegung"),
                   {{"into", std::to_string(prevention.value)}, {"reason", "Dasselbe."}})
                  .status,
              303);
    EXPECT_THAT(get("visitor", at(order)).body, HasSubstr("Dasselbe."));
    EXPECT_EQ(send(at(presence, "/verschieben"), at(presence, "/ende"), {{"reason", "Vorbei."}}).status, 303);
    EXPECT_EQ(send(at(prevention), at(prevention, "/sichtbarkeit"), {{"audience", "administration"}}).status, 303);
    EXPECT_EQ(get("visitor", at(prevention)).status, 404);
}

TEST_P(PlanPages, let_the_office_lead_the_plan_through_its_life) {
    auto const settings = plan_page + "/bearbeiten";
    EXPECT_THAT(get("office", settings).body, HasSubstr("Projektschritte"));
    EXPECT_EQ(send(settings, plan_page,
                   {{"title", "Neu"}, {"version", "1"}, {"due", "90"}, {"overdue", "80"}, {"stale", "70"}})
                  .status,
              422);
    EXPECT_EQ(send(settings, plan_page + "/stand", {{"state", "adopted"}}).status, 422);
    EXPECT_EQ(send(settings, plan_page + "/stand", {{"state", "fields_agreed"}}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/bestaetigung", {{"decision", ""}}).status, 422);
    EXPECT_EQ(send(settings, plan_page + "/bestaetigung", {{"decision", "TOP 3"}}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/stand", {{"state", "in_working_groups"}}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/fassungen", {{"label", ""}, {"decision", "Rat"}}).status, 422);
    EXPECT_EQ(send(settings, plan_page + "/fassungen",
                   {{"label", "Fassung 2.0"}, {"decision", "Rat"}, {"decided_on", "2026-11-20"}})
                  .status,
              303);
    EXPECT_THAT(get("visitor", "/plan").body, HasSubstr("Fassung 2.0"));
    EXPECT_EQ(send(settings, plan_page + "/schritte", {{"title", "Auftakt"}, {"due", "2026-12-01"}}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/schritte", {{"title", ""}, {"due", "2026-12-01"}}).status, 422);
    EXPECT_EQ(send(settings, plan_page + "/schritte/1", {{"title", "Auftakt"}, {"due", "2026-12-02"}}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/schritte/1/ende", {}).status, 303);
    EXPECT_EQ(send(settings, plan_page + "/sichtbarkeit", {{"audience", "administration"}}).status, 303);
    EXPECT_EQ(send("/plaene/neu", "/plaene",
                   {{"title", "Zweiter"}, {"due", "90"}, {"overdue", "120"}, {"stale", "180"}, {"audience", "public"}})
                  .status,
              303);
    EXPECT_EQ(send("/plaene/neu", "/plaene", {{"title", ""}}).status, 422);
}

TEST_P(PlanPages, show_goals_with_what_measures_them) {
    auto const page = fmt::format("/ziele/{}", goal().value);
    EXPECT_EQ(get("visitor", page).status, 200);
    EXPECT_THAT(get("visitor", at(prevention)).body, HasSubstr("Mehr Vertrauen"));
    EXPECT_EQ(send(page, page + "/kennzahlen",
                   {{"title", "Vertrauen"}, {"unit", "Prozent"}, {"every_months", "12"}, {"baseline", "x"}})
                  .status,
              422);
    EXPECT_EQ(
        send(page, page + "/kennzahlen", {{"title", "Vertrauen"}, {"unit", "Prozent"}, {"every_months", "12"}}).status,
        303);
    EXPECT_EQ(send(page, "/kennzahlen/1/werte", {{"value", "41,5"}, {"day", "2026-11-20"}}).status, 303);
    EXPECT_EQ(send(page, "/kennzahlen/1/werte", {{"value", "viel"}, {"day", "2026-11-20"}}).status, 422);
    EXPECT_THAT(get("visitor", page).body, HasSubstr("41,5"));
    auto const edit = send("/kennzahlen/1/bearbeiten", "/kennzahlen/1",
                           {{"title", "Vertrauen"}, {"version", "1"}, {"every_months", "24"}});
    EXPECT_EQ(edit.header("location"), page);
    EXPECT_EQ(
        send("/kennzahlen/1/bearbeiten", "/kennzahlen/1", {{"title", "x"}, {"version", "1"}, {"every_months", "24"}})
            .status,
        409);
    EXPECT_EQ(get("office", "/kennzahlen/99/bearbeiten").status, 404);
    EXPECT_EQ(get("member", "/kennzahlen/1/bearbeiten").status, 403);
    EXPECT_EQ(
        send(page + "/bearbeiten", page, {{"title", "Vertrauen"}, {"version", "1"}, {"audience", "public"}}).status,
        303);
    EXPECT_EQ(
        send(page + "/bearbeiten", page, {{"title", "Vertrauen"}, {"version", "1"}, {"audience", "public"}}).status,
        409);
    EXPECT_EQ(send(plan_page + "/ziele/neu", plan_page + "/ziele", {{"title", ""}}).status, 422);
    EXPECT_EQ(send(plan_page + "/ziele/neu", plan_page + "/ziele", {{"title", "Ruhe"}, {"audience", "public"}}).status,
              303);
    auto const hidden = fmt::format("/ziele/{}", goal(Audience::administration()).value);
    EXPECT_EQ(get("visitor", hidden).status, 404);
    EXPECT_EQ(get("visitor", "/ziele/99").status, 404);
}

TEST_P(PlanPages, keep_the_office_to_itself) {
    auto const goal_page = fmt::format("/ziele/{}", goal().value);
    for (auto const& address :
         {std::string("/plaene/neu"), plan_page + "/bearbeiten", plan_page + "/themen/neu", plan_page + "/ziele/neu",
          at(order, "/bearbeiten"), at(order, "/verschieben"), goal_page + "/bearbeiten"}) {
        EXPECT_EQ(get("office", address).status, 200) << address;
        EXPECT_EQ(get("member", address).status, 403) << address;
        EXPECT_EQ(get("visitor", address).status, 303) << address;
    }
    auto member = browser("member");
    for (auto const& address :
         {std::string("/plaene"), plan_page, plan_page + "/stand", plan_page + "/sichtbarkeit",
          plan_page + "/bestaetigung", plan_page + "/fassungen", plan_page + "/schritte", plan_page + "/themen",
          plan_page + "/ziele", at(order), at(order, "/platz"), at(order, "/zusammenlegung"), at(order, "/ende"),
          at(order, "/sichtbarkeit"), goal_page, goal_page + "/kennzahlen", std::string("/kennzahlen/1/werte")})
        EXPECT_EQ(member.post(address).status, 403) << address;
}

}  // namespace
}  // namespace lenkwerk::plan
