#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/passwords.hpp"
#include "modules/people/module.hpp"
#include "modules/people/store/sessions.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/session.hpp"
#include "town/world.hpp"

namespace lenkwerk::people {
namespace {

class PasswordMail : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module()});
    }
    AccountId invited(std::string const& email, std::string const& language) {
        return *world->write(town::office(), [&](auto& tx) { return invite(tx, {"Funktion", email, language}); });
    }
    std::vector<mail::OutboxEntry> written() {
        jobs::Runner{world->city()}.run_due();
        return world->read([](storage::Reader const& reader) { return mail::outbox(reader).items; });
    }
    std::optional<AccountId> account_behind(std::string const& token) {
        return world->read([&](storage::Reader const& reader) {
            return store::account_of_password_link(reader, web::hash_of_token(token), world->clock().now());
        });
    }
    // The word behind "/passwort/".
    static std::string token_in(std::string const& text) {
        auto const from = text.find("/passwort/") + std::string_view("/passwort/").size();
        return text.substr(from, text.find('\n', from) - from);
    }
    std::optional<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(PasswordMail);

TEST_P(PasswordMail, brings_a_link_that_opens_the_account_in_its_own_language) {
    auto const id = invited("amt@stadt.example", "en");
    auto const mails = written();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].recipient, "amt@stadt.example");
    EXPECT_NE(mails[0].text.find("an account was set up for you"), std::string::npos);
    EXPECT_TRUE(mails[0].confidential);
    EXPECT_EQ(account_behind(token_in(mails[0].text)), id);
    EXPECT_TRUE(written().size() == 1U) << "the job ran once";
}

TEST_P(PasswordMail, leaves_the_earlier_link_until_one_is_used) {
    auto const id = invited("amt@stadt.example", "de");
    auto const first = token_in(written()[0].text);
    ASSERT_TRUE(world->write(town::visitor(), [](auto& tx) { return request_password_link(tx, "amt@stadt.example"); }));
    auto const second = token_in(written()[0].text);
    EXPECT_EQ(account_behind(first), id);
    ASSERT_TRUE(world->write(town::visitor(), [&](auto& tx) {
        return set_password_by_link(tx, web::hash_of_token(second), access::hash_password("drei Amseln im Regen"));
    }));
    EXPECT_EQ(account_behind(first), std::nullopt);
    EXPECT_EQ(account_behind(second), std::nullopt);
}

TEST_P(PasswordMail, goes_to_nobody_whose_account_was_disabled_meanwhile) {
    invited("erste@stadt.example", "de");  // number 1 is the town's office itself
    auto const id = invited("amt@stadt.example", "de");
    ASSERT_TRUE(world->write(town::office(), [&](auto& tx) { return disable_account(tx, id); }));
    for (auto const& mail : written()) EXPECT_NE(mail.recipient, "amt@stadt.example");
}

}  // namespace
}  // namespace lenkwerk::people
