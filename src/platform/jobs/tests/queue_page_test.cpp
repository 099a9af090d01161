#include "platform/jobs/queue.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::jobs {
namespace {

class QueuePage : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam());
        world->city().authenticate_by([](storage::Reader const&, std::string_view hash, Instant, Day) {
            auto const who = hash == web::hash_of_token("administrator") ? town::administrator() : town::office();
            return web::SignedIn{access::AccountId{1}, "Amt", who, "de"};
        });
        site = std::make_unique<web::Site>(world->city());
        park();
    }
    void park() {
        world->database().keep(world->clock(), [](storage::Upkeep& upkeep) {
            upkeep.change(R"(
                INSERT INTO jobs (kind, payload, key, state, run_at, attempts, last_error, enqueued_at, enqueued_by)
                VALUES ('bells.ring', '{}', '', 'parked', 0, 8, 'the rope is <torn>', 0, 'test'))",
                          {});
        });
    }
    web::testing::Browser browser(std::string_view who) { return web::testing::Browser{*site}.with_session(who); }
    std::vector<QueuedJob> queued() { return world->read(queue); }

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
};
LENKWERK_ON_BOTH_DATABASES(QueuePage);

TEST_P(QueuePage, shows_what_failed_and_why) {
    auto const page = browser("administrator").get("/verwaltung/auftraege");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contains("bells.ring"));
    EXPECT_TRUE(page.contains("gescheitert"));
    EXPECT_TRUE(page.contains("the rope is &lt;torn&gt;"));
}

TEST_P(QueuePage, tries_again_and_gives_up) {
    auto administrator = browser("administrator");
    administrator.get("/verwaltung/auftraege");
    auto const address = "/verwaltung/auftraege/" + std::to_string(queued().front().id);
    EXPECT_EQ(administrator.post(address + "/neu").status, 303);
    EXPECT_EQ(queued().front().state, "waiting");
    EXPECT_EQ(administrator.post(address + "/ende", {{"_once", "another"}}).status, 404);
    park();
    auto const parked_one = "/verwaltung/auftraege/" + std::to_string(queued().front().id);
    EXPECT_EQ(administrator.post(parked_one + "/ende", {{"_once", "a-third"}}).status, 303);
    EXPECT_EQ(queued().size(), 1U);
}

TEST_P(QueuePage, is_for_the_administrator_alone) {
    EXPECT_EQ(browser("office").get("/verwaltung/auftraege").status, 403);
    EXPECT_NE(web::testing::Browser{*site}.get("/verwaltung/auftraege").status, 200);
}

}  // namespace
}  // namespace lenkwerk::jobs
