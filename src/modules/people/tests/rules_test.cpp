#include "modules/people/rules/account.hpp"
#include "modules/people/rules/grant.hpp"
#include "modules/people/rules/organisation.hpp"
#include "modules/people/rules/throttle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::people {
namespace {

std::vector<std::string> keys(Problems const& problems) {
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(problem.key);
    return found;
}
using Keys = std::vector<std::string>;

TEST(Account, keeps_its_address_in_lower_case) {
    auto const account = check_account({.name = " Geschäftsstelle ", .email = " Sicherheit@Stadt.Example "});
    ASSERT_TRUE(account);
    EXPECT_EQ(account->name, "Geschäftsstelle");
    EXPECT_EQ(account->email, "sicherheit@stadt.example");
}

TEST(Account, says_everything_that_is_missing_at_once) {
    EXPECT_EQ(keys(check_account({.name = " ", .email = "nobody"}).problems()),
              (Keys{"people.account.name_missing", "people.account.email_invalid"}));
    EXPECT_EQ(keys(check_account({.name = std::string(121, 'x'), .email = "a@b.de"}).problems()),
              Keys{"people.account.name_too_long"});
}

TEST(Account, refuses_what_could_become_a_second_mail_header_or_address) {
    for (auto const* address :
         {"a@b", "@b.de", "a@.de", "a@b.", "a b@c.de", "a@b.de\nBcc: c@d.de", "a@b.de,c@d.de", "a@b@c.de", "<a@b.de>"})
        EXPECT_FALSE(check_account({.name = "x", .email = address})) << address;
}

TEST(Account, reads_the_states_that_it_writes) {
    for (auto const state : {AccountState::invited, AccountState::active, AccountState::disabled})
        EXPECT_EQ(account_state_of(word(state)), state);
    EXPECT_THROW(account_state_of("gone"), std::invalid_argument);
}

TEST(Password, is_long_and_not_about_its_owner) {
    EXPECT_TRUE(check_password("drei Amseln im Regen", "Geschäftsstelle", "office@stadt.example"));
    EXPECT_EQ(keys(check_password("kurz", "x", "y").problems()), Keys{"people.password.too_short"});
    EXPECT_EQ(keys(check_password(std::string(201, 'y') + "z", "x", "y").problems()), Keys{"people.password.too_long"});
    EXPECT_EQ(keys(check_password("aaaaaaaaaaaaa", "x", "y").problems()), Keys{"people.password.guessable"});
    EXPECT_EQ(keys(check_password("geschäftsstelle1", "Geschäftsstelle", "y").problems()),
              Keys{"people.password.guessable"});
}

TEST(Grant, needs_the_scope_that_belongs_to_the_role) {
    Period const ever{Day::of(2026, 1, 1)};
    EXPECT_TRUE(check_grant({"member", Subject{"body", 3}, ever}, {}));
    EXPECT_TRUE(check_grant({"office", std::nullopt, ever}, {}));
    EXPECT_EQ(keys(check_grant({"member", std::nullopt, ever}, {}).problems()), Keys{"people.grant.scope_missing"});
    EXPECT_EQ(keys(check_grant({"partner", Subject{"body", 3}, ever}, {}).problems()),
              Keys{"people.grant.scope_wrong"});
    EXPECT_EQ(keys(check_grant({"office", Subject{"body", 3}, ever}, {}).problems()), Keys{"people.grant.scope_wrong"});
    EXPECT_EQ(keys(check_grant({"mayor", std::nullopt, ever}, {}).problems()), Keys{"people.grant.role_unknown"});
}

TEST(Grant, ends_after_it_begins) {
    GrantDraft const reversed{"office", std::nullopt, {Day::of(2026, 2, 1), Day::of(2026, 1, 31)}};
    EXPECT_EQ(keys(check_grant(reversed, {}).problems()), Keys{"people.grant.period_reversed"});
}

TEST(Grant, keeps_the_auditor_apart_from_those_who_write) {
    Period const ever{Day::of(2026, 1, 1)};
    EXPECT_EQ(keys(check_grant({"auditor", std::nullopt, ever}, Keys{"office"}).problems()),
              Keys{"people.grant.auditor_alone"});
    EXPECT_EQ(keys(check_grant({"office", std::nullopt, ever}, Keys{"auditor"}).problems()),
              Keys{"people.grant.auditor_alone"});
    EXPECT_TRUE(check_grant({"office", std::nullopt, ever}, Keys{"lead", "department"}));
}

TEST(Organisation, says_what_is_wrong_at_which_field) {
    EXPECT_TRUE(check_organisation({"Ordnungsamt", "Amt 32", "administration", "amt32@stadt.example"}));
    EXPECT_EQ(keys(check_organisation({"", std::string(31, 'x'), "guild", "nobody"}).problems()),
              (Keys{"people.organisation.name_missing", "people.organisation.short_name_too_long",
                    "people.organisation.kind_unknown", "people.organisation.email_invalid"}));
    EXPECT_EQ(keys(check_organisation({std::string(201, 'x'), "", "other", ""}).problems()),
              Keys{"people.organisation.name_too_long"});
}

TEST(Throttle, lets_a_few_mistakes_pass_then_doubles_the_wait) {
    Instant const now{1'000'000'000};
    std::vector<Instant> failures(4, now);
    EXPECT_FALSE(blocked_until(kPerAccount, failures, now));
    failures.push_back(now);
    EXPECT_EQ(blocked_until(kPerAccount, failures, now), now + std::chrono::seconds{30});
    failures.push_back(now);
    EXPECT_EQ(blocked_until(kPerAccount, failures, now), now + std::chrono::seconds{60});
}

TEST(Throttle, forgets_and_never_locks_out_for_good) {
    EXPECT_TRUE(rc::check([](std::vector<std::uint16_t> const& seconds_ago) {
        Instant const now{1'000'000'000};
        std::vector<Instant> failures;
        for (auto const ago : seconds_ago) failures.push_back(now - std::chrono::seconds{ago});
        auto const until = blocked_until(kPerAccount, failures, now);
        RC_ASSERT(!until || (*until > now && *until <= now + kPerAccount.longest_wait));
        RC_ASSERT(!blocked_until(kPerAccount, failures, now + kPerAccount.window + kPerAccount.longest_wait));
    }));
}

}  // namespace
}  // namespace lenkwerk::people
