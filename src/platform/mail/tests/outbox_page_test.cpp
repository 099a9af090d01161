// /verwaltung/postausgang: who sees what of the mails that wait.
#include "platform/log/log.hpp"
#include "platform/mail/outbox.hpp"
#include "town/browsers.hpp"

namespace lenkwerk::mail {
namespace {

class OutboxPage : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam());
        browsers.emplace(world->city());
        world->write(town::office(), [](storage::Transaction& tx) {
            write(tx,
                  {"a@verein.example", "Einladung", "Der Ort: Rathaus", {{"sitzung.ics", "text/calendar", "BEGIN"}}});
            secret = write(
                tx, {.to = "b@verein.example", .subject = "Zugang", .text = "Link: /passwort/x", .confidential = true});
            tx.record({"test.written", {"mail", 1}});
        });
    }
    web::testing::Answer page(access::Actor const& actor) { return browsers->of(actor).get("/verwaltung/postausgang"); }
    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    static inline MailId secret;
};
LENKWERK_ON_BOTH_DATABASES(OutboxPage);

TEST_P(OutboxPage, is_for_office_and_administrator) {
    EXPECT_EQ(browsers->visitor().get("/verwaltung/postausgang").status, 303);
    EXPECT_EQ(page(town::member()).status, 403);
    EXPECT_EQ(browsers->of(town::member()).post("/verwaltung/postausgang/1").status, 403);
    auto const office = page(town::office());
    EXPECT_EQ(office.status, 200);
    EXPECT_TRUE(office.contains("Es ist kein Mailserver eingerichtet") && office.contains("Der Ort: Rathaus") &&
                office.contains("Anlage: sitzung.ics"))
        << office.body;
}

TEST_P(OutboxPage, shows_links_that_open_accounts_to_the_administrator_alone) {
    EXPECT_FALSE(page(town::office()).contains("/passwort/x"));
    EXPECT_TRUE(page(town::administrator()).contains("/passwort/x"));
}

TEST_P(OutboxPage, tries_again_what_the_server_refused) {
    world->database().keep(world->clock(),
                           [](storage::Upkeep& upkeep) { settle_refused(upkeep, secret, "550 no such user"); });
    auto browser = browsers->of(town::administrator());
    EXPECT_TRUE(browser.get("/verwaltung/postausgang").contains("550 no such user"));
    auto const target = fmt::format("/verwaltung/postausgang/{}", secret.value);
    EXPECT_TRUE(browser.follow(browser.post(target)).contains("Die Nachricht wird noch einmal verschickt."));
    EXPECT_EQ(world->read([](storage::Reader const& reader) { return outbox(reader).items.front().state; }),
              MailState::waiting);
}

}  // namespace
}  // namespace lenkwerk::mail
