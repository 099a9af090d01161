// Bodies and sessions as programs read them: the same as the pages, and no more.
#include "modules/bodies/commands/agenda.hpp"
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/log/log.hpp"
#include "town/browsers.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::bodies {
namespace {

using nlohmann::json;

Day const kToday = Day::of(2026, 11, 23);

class BodyApi : public town::StoreTest {
protected:
    template <class Command> auto write(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module()});
        browsers.emplace(world->city());
        body = *write([](auto& tx) {
            return add_body(tx, {"Lenkungskreis", "steering_group", {}, {"science", "politics"}, {"inclusion"}});
        });
        session = *write([&](auto& tx) {
            return add_session(tx, body, {SessionKind::regular, kToday + 20, 14 * 60 + 30, 120, "Rathaus"});
        });
    }
    void seat(std::string const& name, Period const& term) {
        ASSERT_TRUE(write([&](auto& tx) {
            return add_member(tx, {body, {name, "member", "politics", {"inclusion"}, "", "Vertretung", term}});
        }));
    }
    void item(std::string const& title, Audience const& audience) {
        ASSERT_TRUE(write([&](auto& tx) { return add_agenda_item(tx, session, {title, "", audience}); }));
    }
    std::string of_body() const { return fmt::format("/api/v1/bodies/{}", body.value); }
    std::string of_session() const { return fmt::format("/api/v1/sessions/{}", session.value); }
    static json read(web::testing::Browser browser, std::string const& address) {
        return json::parse(browser.get(address).body);
    }
    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    BodyId body;
    SessionId session;
};
LENKWERK_ON_BOTH_DATABASES(BodyApi);

TEST_P(BodyApi, lists_the_bodies) {
    auto const bodies = read(browsers->visitor(), "/api/v1/bodies").at("bodies");
    ASSERT_EQ(bodies.size(), 1U);
    EXPECT_EQ(bodies[0].at("kind"), "steering_group");
    EXPECT_TRUE(bodies[0].at("closed_at").is_null());
}

TEST_P(BodyApi, shows_who_is_missing_and_the_seats_of_today) {
    seat("Fraktion A", {kToday - 10});
    seat("Fraktion B", {kToday - 10, kToday - 1});
    auto const shown = read(browsers->visitor(), of_body());
    EXPECT_EQ(shown.at("composition").at("members"), 1);
    auto const& sectors = shown.at("composition").at("sectors");
    EXPECT_EQ(sectors.at(0), (json{{"word", "politics"}, {"members", 1}, {"wanted", true}, {"missing", false}}));
    EXPECT_EQ(sectors.at(1), (json{{"word", "science"}, {"members", 0}, {"wanted", true}, {"missing", true}}));
    ASSERT_EQ(shown.at("seats").size(), 1U);
    EXPECT_EQ(shown.at("seats").at(0).at("name"), "Fraktion A");
    EXPECT_FALSE(shown.at("seats").at(0).contains("perspectives")) << "said of the whole alone";
    EXPECT_EQ(browsers->visitor().get("/api/v1/bodies/99").status, 404);
}

TEST_P(BodyApi, keeps_sessions_and_items_for_those_who_may_see_them) {
    item("Lage im Quartier", Audience::body(body.value));
    item("Begrüßung", Audience::everyone());
    EXPECT_TRUE(read(browsers->visitor(), of_body()).at("sessions").empty());
    EXPECT_EQ(browsers->visitor().get(of_session()).status, 404);
    EXPECT_EQ(read(browsers->of(town::department()), of_session()).at("agenda").size(), 1U);
    EXPECT_EQ(read(browsers->of(town::member(body.value)), of_session()).at("agenda").size(), 2U);
    ASSERT_TRUE(write([&](auto& tx) { return show_session(tx, session, Audience::everyone()); }));
    auto const open = read(browsers->visitor(), of_session());
    ASSERT_EQ(open.at("agenda").size(), 1U);
    EXPECT_EQ(open.at("agenda").at(0).at("title"), "Begrüßung");
    EXPECT_EQ(open.at("agenda").at(0).at("position"), 2);
    EXPECT_EQ(open.at("start"), "14:30");
    EXPECT_EQ(open.at("body").at("id"), body.value);
    EXPECT_TRUE(open.at("invited_at").is_null());
    EXPECT_EQ(read(browsers->visitor(), of_body()).at("sessions").at(0).at("id"), session.value);
}

}  // namespace
}  // namespace lenkwerk::bodies
