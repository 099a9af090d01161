// lenkwerk people: accounts and roles from the command line, for the first administrator and for the day nobody can sign in.
#include "commands/open_city.hpp"
#include "commands/options.hpp"
#include "modules/bodies/bodies.hpp"
#include "modules/people/administration.hpp"
#include "platform/web/session.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace lenkwerk::commands {
namespace {

struct PeopleOptions {
    std::string database, email, name, role, scope, from, until, other;
    std::string language = "de";
    bool end = false;
};

// One run of a command: the city, who acts, and which day it is there.
class Desk {
public:
    Desk(PeopleOptions const& options, ModuleList modules) : city_(open_city(options.database, modules)) {}

    City& city() { return *city_; }
    Day today() { return city_->today(); }

    people::AccountLine account(std::string const& email) {
        auto const found = city_->database().read(
            [&](storage::Reader const& reader) { return people::account_by_email(reader, email, today()); });
        if (!found)
            give_up(fmt::format("There is no account with the address {}. `lenkwerk people list` shows all.", email));
        return *found;
    }

    // What the command gives, or its refusal in the city's language.
    template <class Command> auto must(Command command) {
        auto outcome = city_->database().write(acting_as("people"), city_->clock(), command);
        if (!outcome) give_up(city_->locale("").explain(outcome.problems().front()));
        return *std::move(outcome);
    }

private:
    std::unique_ptr<City> city_;
};

Day day_of(std::string const& text, char const* option) {
    auto const day = Day::parse(text);
    if (!day) give_up(fmt::format("{} {}: write the day as 2026-11-23", option, text));
    return *day;
}

Period period_of(Desk& desk, PeopleOptions const& options) {
    Period period{options.from.empty() ? desk.today() : day_of(options.from, "--from")};
    if (!options.until.empty()) period.last = day_of(options.until, "--until");
    return period;
}

std::string names_of_organisations(storage::Reader const& reader) {
    std::vector<std::string> names;
    for (auto const& organisation : people::organisations(reader))
        if (organisation.is_open) names.push_back(organisation.name);
    return names.empty() ? "none yet" : fmt::format("{}", fmt::join(names, " · "));
}

// "body:3", or the name or short name of an organisation.
std::optional<Subject> scope_of(storage::Reader const& reader, std::string const& text) {
    if (text.empty()) return std::nullopt;
    if (auto const organisation = people::organisation_named(reader, text))
        return Subject{"organisation", organisation->value};
    auto const colon = text.find(':');
    Subject subject{text.substr(0, colon)};
    auto const* const end = text.data() + text.size();
    auto const number = colon == std::string::npos ? text.size() : colon + 1;
    auto const [parsed, error] = std::from_chars(text.data() + number, end, subject.id);
    if (subject.kind != "body" || error != std::errc{} || parsed != end)
        give_up(fmt::format("--for {}: write body:NUMBER or one of the organisations: {}", text,
                            names_of_organisations(reader)));
    if (!bodies::body(reader, {subject.id}))
        give_up(fmt::format("--for {}: there is no such body. /gremien/NUMBER is the address of its page.", text));
    return subject;
}

std::string name_of(storage::Reader const& reader, Subject const& scope) {
    if (scope.kind == "organisation")
        if (auto const organisation = people::organisation(reader, people::OrganisationId{scope.id}))
            return organisation->name;
    return fmt::format("{}:{}", scope.kind, scope.id);
}

std::string as_text(storage::Reader const& reader, people::HeldRole const& held) {
    auto text = held.role;
    if (held.scope) text += " for " + name_of(reader, *held.scope);
    text += " from " + held.period.first.iso();
    return held.period.last ? text + " until " + held.period.last->iso() : text;
}

void list(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const today = desk.today();
    desk.city().database().read([&](storage::Reader const& reader) {
        auto const lines = people::accounts(reader, today);
        if (lines.empty())
            fmt::print(
                "No account yet. Make the first one: lenkwerk people add ADDRESS --name NAME --role administrator\n");
        for (auto const& line : lines) {
            fmt::print("{}  {}  {}\n", line.email, line.name, line.state);
            for (auto const& role : line.roles) fmt::print("    {}\n", as_text(reader, role));
        }
    });
}

// A new link for the account's password; it is shown once, here, and kept as a hash.
std::string password_link(Desk& desk, access::AccountId account) {
    auto const token = web::new_token();
    desk.must(
        [&](storage::Transaction& tx) { return people::open_password_link(tx, account, web::hash_of_token(token)); });
    return fmt::format("{}/passwort/{}", desk.city().settings()->base_url, token);
}

void say_link(Desk& desk, access::AccountId account) {
    fmt::print("Whoever opens this link within {} hours chooses the password; it works once:\n  {}\n",
               people::kPasswordLinkLasts.count(), password_link(desk, account));
}

people::GrantDraft grant_of(storage::Transaction& tx, Desk& desk, PeopleOptions const& options) {
    return {options.role, scope_of(tx, options.scope), period_of(desk, options)};
}

void add(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const id = desk.must([&](storage::Transaction& tx) -> Outcome<access::AccountId> {
        auto account = people::invite(tx, {options.name, options.email, options.language});
        if (!account || options.role.empty()) return account;
        auto const granted = people::grant_role(tx, *account, grant_of(tx, desk, options));
        return granted ? account : granted.problems();
    });
    fmt::print("{} has an account.\n", options.email);
    say_link(desk, id);
}

void end_role(PeopleOptions const& options, Desk& desk, people::AccountLine const& account) {
    auto const ended = desk.must([&](storage::Transaction& tx) -> Outcome<int> {
        auto const scope = scope_of(tx, options.scope);
        int count = 0;
        for (auto const& held : account.roles) {
            if (held.role != options.role || (scope && held.scope != scope)) continue;
            auto const outcome = people::end_role(tx, held.id, desk.today());
            if (!outcome) return outcome.problems();
            ++count;
        }
        return count;
    });
    if (ended == 0)
        give_up(fmt::format("{} does not hold the role {}. `lenkwerk people list` shows who holds which.",
                            account.email, options.role));
    fmt::print("{} does not hold the role {} any more.\n", account.email, options.role);
}

void role(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const account = desk.account(options.email);
    if (options.end) return end_role(options, desk, account);
    desk.must(
        [&](storage::Transaction& tx) { return people::grant_role(tx, account.id, grant_of(tx, desk, options)); });
    fmt::print("{} holds the role {}.\n", account.email, options.role);
}

void deputy(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const absent = desk.account(options.email), stand_in = desk.account(options.other);
    auto const given = desk.must([&](storage::Transaction& tx) {
        return people::appoint_deputy(tx, {absent.id, stand_in.id, period_of(desk, options)});
    });
    fmt::print("{} stands in for {}. Roles given: {}\n", stand_in.email, absent.email, given.size());
}

void disable(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const account = desk.account(options.email);
    desk.must([&](storage::Transaction& tx) { return people::disable_account(tx, account.id); });
    fmt::print("{} cannot sign in any more; open sessions have ended.\n", account.email);
}

void enable(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    auto const account = desk.account(options.email);
    desk.must([&](storage::Transaction& tx) { return people::enable_account(tx, account.id); });
    say_link(desk, account.id);
}

void link(PeopleOptions const& options, ModuleList modules) {
    Desk desk{options, modules};
    say_link(desk, desk.account(options.email).id);
}

using Run = void (*)(PeopleOptions const&, ModuleList);

// `lenkwerk people NAME` with the database and what `more` adds.
template <class More>
void add_step(CLI::App& people, ModuleList modules, std::string const& name, std::string const& says, Run run,
              More more) {
    auto* const command = people.add_subcommand(name, says);
    auto const options = std::make_shared<PeopleOptions>();
    add_database(*command, options->database);
    more(*command, *options);
    command->callback([options, run, modules] { run(*options, modules); });
}

void add_period(CLI::App& command, PeopleOptions& options) {
    command.add_option("--from", options.from, "First day, such as 2026-11-23; without it today");
    command.add_option("--until", options.until, "Last day; without it the role has no end");
}

void add_email(CLI::App& command, PeopleOptions& options) {
    command.add_option("ADDRESS", options.email, "The mail address of the account")->required();
}

constexpr auto kRoleText = "member, lead, councillor, department, partner, office, auditor or administrator";
constexpr auto kScopeText = "body:NUMBER, or the name of an organisation, where the role is for one";

void add_new_account(CLI::App& command, PeopleOptions& options) {
    add_email(command, options);
    command.add_option("--name", options.name, "Of the person or function, as everybody sees it")->required();
    command.add_option("--language", options.language, "de or en")->capture_default_str();
    command.add_option("--role", options.role, kRoleText);
    command.add_option("--for", options.scope, kScopeText);
    add_period(command, options);
}

void add_role(CLI::App& command, PeopleOptions& options) {
    add_email(command, options);
    command.add_option("ROLE", options.role, kRoleText)->required();
    command.add_option("--for", options.scope, kScopeText);
    command.add_flag("--end", options.end, "The role was held for the last time yesterday");
    add_period(command, options);
}

void add_deputy(CLI::App& command, PeopleOptions& options) {
    add_email(command, options);
    command.add_option("DEPUTY", options.other, "The mail address of who stands in")->required();
    add_period(command, options);
}

}  // namespace

void add_people(CLI::App& app, ModuleList modules) {
    auto* const people = app.add_subcommand("people", "Accounts, roles, deputies and password links");
    people->require_subcommand(1);
    auto const nothing = [](CLI::App&, PeopleOptions&) {};
    add_step(*people, modules, "list", "All accounts with the roles they hold now or will hold", list, nothing);
    add_step(*people, modules, "add", "A new account, and the link for its password", add, add_new_account);
    add_step(*people, modules, "role", "Give an account a role, or end it", role, add_role);
    add_step(*people, modules, "deputy", "Give DEPUTY the roles of ADDRESS for a while", deputy, add_deputy);
    add_step(*people, modules, "disable", "The account cannot sign in; what it did stays", disable, add_email);
    add_step(*people, modules, "enable", "The account may sign in again, with a new password", enable, add_email);
    add_step(*people, modules, "password-link", "A new link for a password", link, add_email);
}

}  // namespace lenkwerk::commands
