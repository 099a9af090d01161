// Signing in and the own account, page by page: the sentences that a person reads where something is wrong.
#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/passwords.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/people/rules/throttle.hpp"
#include "platform/access/password.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/browsers.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::people {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto kEmail = "amt@stadt.example";
constexpr auto kPassword = "drei Amseln im Regen";

class PeoplePages : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module()});
        account = *office([](auto& tx) { return invite(tx, {"Funktion", kEmail}); });
        ASSERT_TRUE(office([&](auto& tx) { return open_password_link(tx, account, "link"); }));
        ASSERT_TRUE(
            office([](auto& tx) { return set_password_by_link(tx, "link", access::hash_password(kPassword)); }));
        site = std::make_unique<web::Site>(world->city());
    }
    std::string text(std::string_view key) const { return world->city().locale("de").text(key); }
    web::testing::Answer sign_in(web::testing::Browser& browser, std::string email, std::string password) const {
        browser.get("/anmelden");
        return browser.post("/anmelden", {{"email", std::move(email)}, {"password", std::move(password)}});
    }
    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
    AccountId account;
};
LENKWERK_ON_BOTH_DATABASES(PeoplePages);

TEST_P(PeoplePages, a_wrong_password_and_an_unknown_address_are_answered_alike) {
    web::testing::Browser browser{*site};
    for (auto const* email : {kEmail, "niemand@stadt.example"}) {
        auto const answer = sign_in(browser, email, "vier Amseln");
        EXPECT_EQ(answer.status, 422);
        EXPECT_THAT(answer.body, AllOf(HasSubstr(text("people.sign_in.wrong")), Not(HasSubstr("vier Amseln"))));
    }
    EXPECT_EQ(sign_in(browser, kEmail, kPassword).status, 303);
    EXPECT_THAT(browser.get("/konto").body, HasSubstr("Funktion · amt@stadt.example"));
}

TEST_P(PeoplePages, who_guesses_has_to_wait_and_is_told_how_long) {
    web::testing::Browser browser{*site};
    for (int i = 0; i <= kPerAccount.free_attempts; ++i) (void)sign_in(browser, kEmail, "geraten");
    auto const answer = sign_in(browser, kEmail, kPassword);
    EXPECT_EQ(answer.status, 429);
    EXPECT_THAT(answer.body, HasSubstr(world->city().locale("de").text("people.sign_in.blocked", {{"minutes", "1"}})));
    world->clock().advance(kPerAccount.first_wait);
    EXPECT_EQ(sign_in(browser, kEmail, kPassword).status, 303);
}

TEST_P(PeoplePages, a_new_password_needs_the_present_one) {
    web::testing::Browser browser{*site};
    (void)sign_in(browser, kEmail, kPassword);
    auto const change = [&](std::string current) {
        browser.get("/konto");
        return browser.post("/konto/passwort",
                            {{"current", std::move(current)}, {"password", "fünf Meisen im Schnee"}});
    };
    auto const answer = change("vier Amseln");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr(text("people.password.current_wrong")));
    EXPECT_EQ(change(kPassword).status, 303);
    EXPECT_EQ(sign_in(browser, kEmail, "fünf Meisen im Schnee").status, 303);
}

TEST_P(PeoplePages, a_role_without_a_first_day_is_asked_for_it) {
    town::Browsers browsers{world->city()};
    auto administrator = browsers.of(town::administrator());
    auto const page = fmt::format("/verwaltung/personen/{}", account.value);
    ASSERT_EQ(administrator.get(page).status, 200);
    auto const answer = administrator.post(page + "/rollen", {{"role", "office"}, {"first", "bald"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr(text("people.grant.first_day_missing")));
}

}  // namespace
}  // namespace lenkwerk::people
