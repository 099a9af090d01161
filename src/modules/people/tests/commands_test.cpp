#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/authenticate.hpp"
#include "modules/people/commands/organisations.hpp"
#include "modules/people/commands/passwords.hpp"
#include "modules/people/commands/sessions.hpp"
#include "modules/people/module.hpp"
#include "modules/people/people.hpp"
#include "modules/people/store/accounts.hpp"
#include "town/world.hpp"

namespace lenkwerk::people {
namespace {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

Day const kToday = Day::of(2026, 11, 23);

class PeopleCommands : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module()});
        invited("erste@stadt.example");  // number 1 is the town's office itself
    }
    AccountId invited(std::string email) {
        return *office([&](auto& tx) { return invite(tx, {"Funktion", email}); });
    }
    std::optional<web::SignedIn> signed_in(std::string const& token_hash) {
        auto const today = world->city().today();
        return world->read([&](auto& reader) { return authenticate(reader, token_hash, world->clock().now(), today); });
    }
    AccountId with_session(std::string email, std::string token_hash) {
        auto const id = invited(email);
        EXPECT_TRUE(office([&](auto& tx) { return open_password_link(tx, id, "link " + email); }));
        EXPECT_TRUE(office([&](auto& tx) {
            return set_password_by_link(tx, "link " + email, access::hash_password("drei Amseln im Regen"));
        }));
        EXPECT_TRUE(office([&](auto& tx) { return open_session(tx, {id, token_hash, "Firefox", {"a", "b"}}); }));
        return id;
    }
    std::unique_ptr<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(PeopleCommands);

TEST_P(PeopleCommands, an_address_has_one_account) {
    auto const id = invited("Amt@Stadt.example");
    EXPECT_EQ(keys(office([](auto& tx) { return invite(tx, {"x", "amt@stadt.example"}); })),
              Keys{"people.account.email_taken"});
    EXPECT_EQ(keys(office([&](auto& tx) { return edit_account(tx, {id, {"Neu", "amt@stadt.example"}, 7}); })),
              Keys{"form.changed_meanwhile"});
    EXPECT_TRUE(office([&](auto& tx) { return edit_account(tx, {id, {"Neu", "amt@stadt.example"}, 1}); }));
}

TEST_P(PeopleCommands, a_password_link_is_used_once_and_ends) {
    auto const id = invited("a@stadt.example");
    auto const password = access::hash_password("drei Amseln im Regen");
    auto const set = [&] { return office([&](auto& tx) { return set_password_by_link(tx, "hash", password); }); };
    EXPECT_EQ(keys(set()), Keys{"people.password.link_void"});
    ASSERT_TRUE(office([&](auto& tx) { return open_password_link(tx, id, "hash"); }));
    EXPECT_TRUE(set());
    EXPECT_EQ(keys(set()), Keys{"people.password.link_void"});
    ASSERT_TRUE(office([&](auto& tx) { return open_password_link(tx, id, "hash"); }));
    world->clock().advance(kPasswordLinkLasts);
    EXPECT_EQ(keys(set()), Keys{"people.password.link_void"});
}

TEST_P(PeopleCommands, a_session_is_known_again_with_its_roles_until_it_ends) {
    auto const id = with_session("a@stadt.example", "t1");
    ASSERT_TRUE(office([&](auto& tx) { return grant_role(tx, id, {"office", std::nullopt, {kToday}}); }));
    ASSERT_TRUE(signed_in("t1"));
    EXPECT_TRUE(signed_in("t1")->actor.may(kManageAccounts));
    EXPECT_FALSE(signed_in("t2"));
    world->clock().advance(kSessionLasts);
    EXPECT_FALSE(signed_in("t1"));
}

TEST_P(PeopleCommands, a_role_begins_and_ends_at_the_citys_midnight) {
    auto const id = with_session("a@stadt.example", "t1");
    auto const day = kToday + 1;
    ASSERT_TRUE(office([&](auto& tx) { return grant_role(tx, id, {"office", std::nullopt, {day, day}}); }));
    auto const midnight = world->city().locale("de").start_of(day);  // an hour before that of UTC
    auto const may_at = [&](Instant moment) {
        world->clock().set(moment);
        auto const token_hash = "at " + iso(moment);
        EXPECT_TRUE(office([&](auto& tx) { return open_session(tx, {id, token_hash, "", {"a", "b"}}); }));
        auto const person = signed_in(token_hash);
        return person && person->actor.may(kManageAccounts);
    };
    EXPECT_FALSE(may_at(midnight - std::chrono::minutes{1}));
    EXPECT_TRUE(may_at(midnight));
    EXPECT_TRUE(may_at(midnight + std::chrono::hours{24} - std::chrono::minutes{1}));
    EXPECT_FALSE(may_at(midnight + std::chrono::hours{24}));
}

TEST_P(PeopleCommands, ending_a_session_is_for_its_owner) {
    auto const id = with_session("a@stadt.example", "t1");
    access::Actor const owner{id, "Funktion", {}};
    EXPECT_EQ(keys(world->write(owner, [](auto& tx) { return end_session(tx, SessionId{999}); })),
              Keys{"people.session.unknown"});
    EXPECT_EQ(keys(world->write(town::visitor(), [](auto& tx) { return end_all_sessions(tx); })),
              Keys{"access.denied"});
    EXPECT_TRUE(world->write(owner, [](auto& tx) { return end_all_sessions(tx); }));
    EXPECT_FALSE(signed_in("t1"));
}

TEST_P(PeopleCommands, a_disabled_account_is_out_at_once) {
    auto const id = with_session("a@stadt.example", "t1");
    ASSERT_TRUE(office([&](auto& tx) { return disable_account(tx, id); }));
    EXPECT_FALSE(signed_in("t1"));
    EXPECT_TRUE(office([&](auto& tx) { return enable_account(tx, id); }));
    access::Actor const own{id, "x", {{access::Role::office}}};
    EXPECT_EQ(keys(world->write(own, [&](auto& tx) { return disable_account(tx, id); })), Keys{"people.account.own"});
}

TEST_P(PeopleCommands, the_last_administrator_stays) {
    auto const id = with_session("a@stadt.example", "t1");
    auto const grant = *office([&](auto& tx) { return grant_role(tx, id, {"administrator", std::nullopt, {kToday}}); });
    EXPECT_EQ(keys(office([&](auto& tx) { return disable_account(tx, id); })),
              Keys{"people.account.last_administrator"});
    EXPECT_EQ(keys(office([&](auto& tx) { return end_role(tx, grant, kToday); })),
              Keys{"people.account.last_administrator"});
    EXPECT_EQ(keys(office([&](auto& tx) { return end_role(tx, GrantId{99}, kToday); })), Keys{"people.grant.unknown"});
}

TEST_P(PeopleCommands, failed_sign_ins_slow_down_and_are_forgotten_after_success) {
    Attempt const attempt{"account", "address"};
    auto const blocked = [&] {
        return world->read(
            [&](auto& reader) { return blocked_until(reader, attempt, world->clock().now()).has_value(); });
    };
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(office([&](auto& tx) { return note_failed_sign_in(tx, attempt); }));
    EXPECT_TRUE(blocked());
    auto const id = invited("a@stadt.example");
    ASSERT_TRUE(office([&](auto& tx) { return open_session(tx, {id, "t1", "", attempt}); }));
    EXPECT_FALSE(blocked());
}

TEST_P(PeopleCommands, organisations_have_one_name_and_can_be_closed) {
    OrganisationDraft const draft{"Ordnungsamt", "Amt 32", "administration", ""};
    auto const id = *office([&](auto& tx) { return add_organisation(tx, draft); });
    EXPECT_EQ(keys(office([&](auto& tx) { return add_organisation(tx, draft); })),
              Keys{"people.organisation.name_taken"});
    EXPECT_TRUE(world->read([&](auto& reader) { return is_open(reader, id); }));
    EXPECT_TRUE(office([&](auto& tx) { return close_organisation(tx, id); }));
    EXPECT_FALSE(world->read([&](auto& reader) { return is_open(reader, id); }));
    EXPECT_EQ(keys(office([](auto& tx) { return close_organisation(tx, OrganisationId{99}); })),
              Keys{"people.organisation.unknown"});
    EXPECT_EQ(keys(world->write(town::department(), [&](auto& tx) { return add_organisation(tx, draft); })),
              Keys{"access.denied"});
}

}  // namespace
}  // namespace lenkwerk::people
