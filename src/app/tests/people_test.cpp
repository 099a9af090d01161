// lenkwerk people: the first administrator, roles, deputies, and sentences that help.
#include "command_line.hpp"

namespace lenkwerk::app {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class People : public CommandLine {
protected:
    void SetUp() override {
        CommandLine::SetUp();
        if (IsSkipped()) return;
        ASSERT_EQ(run({"migrate"}).code, 0);
    }
    void add(std::string email) const { out({"people", "add", std::move(email), "--name", "Funktion"}); }
    std::string list() const { return out({"people", "list"}); }
};
LENKWERK_ON_BOTH_DATABASES(People);

TEST_P(People, an_empty_database_says_how_to_begin) { EXPECT_THAT(list(), HasSubstr("lenkwerk people add")); }

TEST_P(People, the_first_administrator_gets_a_role_and_a_link_for_the_password) {
    auto const said =
        out({"people", "add", "it@stadt.example", "--name", "Systembetreuung", "--role", "administrator"});
    EXPECT_THAT(said, ContainsRegex("http://localhost:8080/passwort/[A-Za-z0-9_-]{43}"));
    EXPECT_THAT(list(),
                AllOf(HasSubstr("it@stadt.example  Systembetreuung  invited"), HasSubstr("administrator from")));
    EXPECT_THAT(everything_in(address), HasSubstr("system:command:people"));
}

TEST_P(People, adding_is_all_or_nothing) {
    auto const said = run({"people", "add", "x@stadt.example", "--name", "X", "--role", "king"});
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.err, HasSubstr("Diese Rolle gibt es nicht"));
    EXPECT_THAT(list(), Not(HasSubstr("x@stadt.example")));
}

TEST_P(People, a_role_is_given_and_ended) {
    add("amt@stadt.example");
    EXPECT_EQ(run({"people", "role", "AMT@stadt.example", "office", "--from", "2026-01-01"}).code, 0);
    EXPECT_THAT(list(), HasSubstr("office from 2026-01-01"));
    EXPECT_EQ(run({"people", "role", "amt@stadt.example", "office", "--end"}).code, 0);
    EXPECT_THAT(list(), Not(HasSubstr("office from")));
    EXPECT_THAT(run({"people", "role", "amt@stadt.example", "office", "--end"}).err,
                HasSubstr("does not hold the role"));
}

TEST_P(People, a_role_for_an_organisation_names_it) {
    auto const town = town::empty_database(GetParam());
    ASSERT_EQ(run({"init", "--city", LENKWERK_SOURCE_DIR "/tests/cities/musterstadt", "--demo"}, town).code, 0);
    auto const said = run({"people", "role", "mitglied@example.org", "department", "--for", "Amt für Sterne"}, town);
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.err, HasSubstr("one of the organisations: "));
    EXPECT_EQ(run({"people", "role", "mitglied@example.org", "member", "--for", "body:1"}, town).code, 0);
    EXPECT_THAT(run({"people", "list"}, town).out, HasSubstr("member for body:1"));
    EXPECT_THAT(run({"people", "role", "mitglied@example.org", "member", "--for", "body:999"}, town).err,
                HasSubstr("there is no such body"));
}

TEST_P(People, a_deputy_holds_the_roles_for_a_while) {
    add("amt@stadt.example");
    add("vertretung@stadt.example");
    EXPECT_EQ(run({"people", "role", "amt@stadt.example", "office"}).code, 0);
    auto const said =
        run({"people", "deputy", "amt@stadt.example", "vertretung@stadt.example", "--until", "2099-01-01"});
    EXPECT_THAT(said.out, HasSubstr("stands in for amt@stadt.example. Roles given: 1"));
    EXPECT_THAT(list(), HasSubstr("until 2099-01-01"));
}

TEST_P(People, errors_say_what_to_do) {
    add("amt@stadt.example");
    EXPECT_THAT(run({"people", "disable", "niemand@stadt.example"}).err, HasSubstr("`lenkwerk people list` shows all"));
    EXPECT_THAT(run({"people", "add", "amt@stadt.example", "--name", "Y"}).err, HasSubstr("gibt es schon ein Konto"));
    EXPECT_THAT(run({"people", "role", "amt@stadt.example", "office", "--from", "morgen"}).err,
                HasSubstr("write the day as 2026-11-23"));
    EXPECT_THAT(run({"people", "add", "kein-at", "--name", "Y"}).err, HasSubstr("name@beispiel.de"));
    EXPECT_EQ(run({"people", "add"}).code, 2);
}

TEST_P(People, who_is_disabled_gets_no_link_until_enabled) {
    add("amt@stadt.example");
    EXPECT_EQ(run({"people", "disable", "amt@stadt.example"}).code, 0);
    EXPECT_THAT(list(), HasSubstr("disabled"));
    EXPECT_THAT(run({"people", "password-link", "amt@stadt.example"}).err, HasSubstr("gesperrt"));
    EXPECT_THAT(out({"people", "enable", "amt@stadt.example"}), HasSubstr("/passwort/"));
    EXPECT_THAT(out({"people", "password-link", "amt@stadt.example"}), HasSubstr("/passwort/"));
}

TEST_P(People, the_last_administrator_stays) {
    out({"people", "add", "it@stadt.example", "--name", "IT", "--role", "administrator"});
    EXPECT_THAT(run({"people", "disable", "it@stadt.example"}).err, HasSubstr("das letzte Konto"));
}

}  // namespace
}  // namespace lenkwerk::app
