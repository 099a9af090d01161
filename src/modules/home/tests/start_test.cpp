// The start page: what the office is reminded of there, and nobody else.
#include "modules/bodies/module.hpp"
#include "modules/home/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/log/log.hpp"
#include "platform/settings.hpp"
#include "town/browsers.hpp"

namespace lenkwerk::home {
namespace {

// Today is 23 November 2026.
class StartPage : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module(), home::module()});
        world->write(town::office(), [](auto& tx) { change_setting(tx, "city.name", "Musterstadt"); });
        browsers.emplace(world->city());
        office.emplace(browsers->of(town::office()));
        office->get("/gremien/neu");
        ASSERT_EQ(
            office->post("/gremien", {{"name", "Lenkungskreis"}, {"kind", "steering_group"}, {"quorum_percent", "50"}})
                .status,
            303);
    }
    // A series whose first session is on that day, its invitation two weeks before.
    void begin_series(std::string const& first) {
        office->get("/gremien/1/reihen/neu");
        ASSERT_EQ(office
                      ->post("/gremien/1/reihen", {{"first", first},
                                                   {"every_months", "3"},
                                                   {"start", "14:00"},
                                                   {"minutes", "120"},
                                                   {"place", "Rathaus"},
                                                   {"invitation_days", "14"}})
                      .status,
                  303);
    }
    bool reminds(web::testing::Browser browser) { return browser.get("/").contains("Einladung ist zu verschicken"); }
    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    std::optional<web::testing::Browser> office;
};
LENKWERK_ON_BOTH_DATABASES(StartPage);

TEST_P(StartPage, reminds_the_office_of_an_invitation_until_it_is_sent) {
    begin_series("2026-12-07");
    EXPECT_TRUE(office->get("/").contains("Lenkungskreis, Sitzung am 07.12.2026: vorgesehen für den 23.11.2026"));
    EXPECT_TRUE(office->get("/sitzungen/1").contains("Nach der Reihe geht die Einladung am 23.11.2026 hinaus."));
    EXPECT_FALSE(reminds(browsers->visitor()));
    EXPECT_FALSE(reminds(browsers->of(town::department())));
    ASSERT_EQ(office->post("/sitzungen/1/einladung").status, 303);
    EXPECT_FALSE(reminds(browsers->of(town::office())));
}

TEST_P(StartPage, reminds_of_nothing_before_the_day_that_the_series_names) {
    begin_series("2026-12-08");
    EXPECT_FALSE(reminds(browsers->of(town::office())));
    world->clock().advance(std::chrono::days{1});
    EXPECT_TRUE(reminds(browsers->of(town::office())));
    world->clock().advance(std::chrono::days{15});
    EXPECT_FALSE(reminds(browsers->of(town::office()))) << "the session is over";
}

TEST_P(StartPage, names_the_next_dates_to_those_who_may_see_them) {
    EXPECT_FALSE(office->get("/").contains("Nächste Termine"));
    begin_series("2026-12-07");
    auto const page = office->get("/");
    EXPECT_TRUE(page.contains("Nächste Termine"));
    EXPECT_TRUE(page.contains(R"(<a class="kern-link" href="/sitzungen/1">Lenkungskreis</a>)"));
    EXPECT_FALSE(browsers->visitor().get("/").contains("Nächste Termine")) << "not public yet";
    world->clock().advance(std::chrono::days{15});
    EXPECT_FALSE(browsers->of(town::office()).get("/").contains(R"(href="/sitzungen/1")")) << "it is over";
}

}  // namespace
}  // namespace lenkwerk::home
