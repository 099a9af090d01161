#include "modules/people/administration.hpp"
#include "modules/people/commands/organisations.hpp"
#include "modules/people/module.hpp"
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
Period const kHolidays{Day::of(2026, 12, 21), Day::of(2027, 1, 3)};

class Deputies : public town::StoreTest {
protected:
    template <class Command> auto office(Command command) { return world->write(town::office(), command); }
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(GetParam(), std::vector{people::module()});
        absent = invited("amtsleitung@stadt.example");
        stand_in = invited("vertretung@stadt.example");
        office_id = *office([](auto& tx) { return add_organisation(tx, {"Ordnungsamt", "", "administration", ""}); });
    }
    AccountId invited(std::string email) {
        return *office([&](auto& tx) { return invite(tx, {"Funktion", std::move(email)}); });
    }
    void grant(AccountId account, std::string role, Period period) {
        std::optional<Subject> const scope =
            role == "department" ? std::optional{Subject{"organisation", office_id.value}} : std::nullopt;
        ASSERT_TRUE(office([&](auto& tx) { return grant_role(tx, account, {role, scope, period}); }));
    }
    auto appoint(AccountId from, AccountId to, Period period = kHolidays) {
        return office([&](auto& tx) { return appoint_deputy(tx, {from, to, period}); });
    }
    std::vector<HeldRole> roles_of(std::string const& email, Day day) {
        return world->read([&](auto& reader) { return account_by_email(reader, email, day)->roles; });
    }
    std::unique_ptr<town::World> world;
    AccountId absent, stand_in;
    OrganisationId office_id;
};
LENKWERK_ON_BOTH_DATABASES(Deputies);

TEST_P(Deputies, hold_the_same_roles_for_the_days_in_which_both_periods_overlap) {
    grant(absent, "department", {kToday});
    grant(absent, "office", {kToday, Day::of(2026, 12, 24)});
    grant(absent, "administrator", {kToday, Day::of(2026, 12, 1)});
    auto const given = appoint(absent, stand_in);
    ASSERT_TRUE(given);
    EXPECT_EQ(given->size(), 2U);
    auto const roles = roles_of("Vertretung@stadt.example", kToday);
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].role, "department");
    EXPECT_EQ(roles[0].period, kHolidays);
    EXPECT_EQ(roles[0].scope, (Subject{"organisation", office_id.value}));
    EXPECT_EQ(roles[1].period, (Period{kHolidays.first, Day::of(2026, 12, 24)}));
    EXPECT_TRUE(roles_of("vertretung@stadt.example", Day::of(2027, 1, 4)).empty());
}

TEST_P(Deputies, get_nothing_twice) {
    grant(absent, "office", {kToday});
    EXPECT_EQ(appoint(absent, stand_in)->size(), 1U);
    EXPECT_EQ(appoint(absent, stand_in)->size(), 0U);
}

TEST_P(Deputies, are_refused_where_nobody_can_stand_in) {
    EXPECT_EQ(keys(appoint(absent, stand_in)), Keys{"people.deputy.holds_nothing"});
    EXPECT_EQ(keys(appoint(absent, absent)), Keys{"people.deputy.same"});
    EXPECT_EQ(keys(appoint(absent, AccountId{999})), Keys{"people.account.unknown"});
    ASSERT_TRUE(office([&](auto& tx) { return disable_account(tx, stand_in); }));
    EXPECT_EQ(keys(appoint(absent, stand_in)), Keys{"people.account.is_disabled"});
    EXPECT_EQ(keys(office([&](auto& tx) { return open_password_link(tx, stand_in, "hash"); })),
              Keys{"people.account.is_disabled"});
    EXPECT_EQ(
        keys(world->write(town::department(), [&](auto& tx) { return appoint_deputy(tx, {absent, stand_in, {}}); })),
        Keys{"access.denied"});
}

TEST_P(Deputies, who_checks_may_not_stand_in_for_who_writes) {
    grant(absent, "office", {kToday});
    grant(stand_in, "auditor", {kToday});
    EXPECT_EQ(keys(appoint(absent, stand_in)), Keys{"people.grant.auditor_alone"});
    EXPECT_EQ(roles_of("vertretung@stadt.example", kToday).size(), 1U);
}

TEST_P(Deputies, an_account_that_does_not_exist_is_refused_everywhere) {
    AccountId const nobody{999};
    EXPECT_EQ(keys(office([&](auto& tx) { return grant_role(tx, nobody, {"office", std::nullopt, {kToday}}); })),
              Keys{"people.account.unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return disable_account(tx, nobody); })), Keys{"people.account.unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return enable_account(tx, nobody); })), Keys{"people.account.unknown"});
    EXPECT_EQ(keys(office([&](auto& tx) { return open_password_link(tx, nobody, "x"); })),
              Keys{"people.account.unknown"});
}

TEST_P(Deputies, accounts_are_listed_with_what_they_hold_now_or_later) {
    grant(absent, "office", {kToday - 30, kToday - 1});
    grant(absent, "administrator", {kToday + 5});
    auto const lines = world->read([](auto& reader) { return accounts(reader, kToday); });
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].email, "amtsleitung@stadt.example");
    EXPECT_EQ(lines[0].state, "invited");
    ASSERT_EQ(lines[0].roles.size(), 1U);
    EXPECT_EQ(lines[0].roles[0].role, "administrator");
}

}  // namespace
}  // namespace lenkwerk::people
