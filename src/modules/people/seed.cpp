// organisations.json and the sign-ins of the demo city.
#include "modules/people/seed.hpp"
#include "modules/people/commands/accounts.hpp"
#include "modules/people/commands/organisations.hpp"
#include "modules/people/commands/passwords.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/organisations.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::people {
namespace {

using nlohmann::json;

constexpr auto kDemoPassword = "Lenkwerk zeigt sich";

struct DemoAccount {
    std::string_view role, name, email;
    std::string_view organisation = {};  // kind of the first planted one
};
constexpr std::array kDemoAccounts{
    DemoAccount{"office", "Geschäftsstelle (Vorführung)", "geschaeftsstelle@example.org"},
    DemoAccount{"department", "Fachbereich (Vorführung)", "fachbereich@example.org", "administration"},
    DemoAccount{"partner", "Partner (Vorführung)", "partner@example.org", "police"},
    DemoAccount{"auditor", "Prüfung (Vorführung)", "pruefung@example.org"},
    DemoAccount{"administrator", "Systembetreuung (Vorführung)", "system@example.org"},
    DemoAccount{"member", "Mitglied des Lenkungskreises (Vorführung)", "mitglied@example.org"},
    DemoAccount{"lead", "Leitung einer Arbeitsgruppe (Vorführung)", "leitung@example.org"},
};

void plant_organisations(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("organisations.json");
    if (!text) return;
    auto const file = json::parse(*text);
    if (file.value("demo", false) && !folder.with_demo) return;
    for (auto const& entry : file.at("organisations")) {
        auto const name = entry.at("name").get<std::string>();
        auto const known = store::organisation_named(tx, name);
        auto const id = known ? *known
                              : must(add_organisation(tx, {name, entry.value("short_name", ""), entry.at("kind"),
                                                           entry.value("email", "")}),
                                     name);
        folder.planted({"organisation", id.value}, entry.at("key"));
    }
}

std::optional<Subject> scope_of(storage::Transaction& tx, std::string_view kind) {
    for (auto const& organisation : store::list_organisations(tx))
        if (organisation.facts.kind == kind && !organisation.closed_at)
            return Subject{"organisation", organisation.id.value};
    return std::nullopt;
}

// Members and leads get their role with their seat in a body (module bodies); here they get the account alone.
void plant_account(storage::Transaction& tx, SeedFolder& folder, DemoAccount const& demo,
                   access::HashedPassword const& password) {
    if (store::find_account_by_email(tx, std::string(demo.email))) return;
    // Not by invite(): nobody is to get a mail about a demo account.
    auto const id = store::insert_account(tx, {std::string(demo.name), std::string(demo.email), "de"});
    store::set_password_hash(tx, id, password.text());
    tx.record({"people.account_invited", {"account", id.value}});
    folder.planted({"account", id.value}, std::string(demo.role));
    folder.sign_ins.push_back({std::string(demo.role), std::string(demo.email), kDemoPassword});
    auto const scope = demo.organisation.empty() ? std::nullopt : scope_of(tx, demo.organisation);
    bool const belongs_to_body = demo.role == "member" || demo.role == "lead";
    if (belongs_to_body || (!demo.organisation.empty() && !scope)) return;
    must(grant_role(tx, id, {std::string(demo.role), scope, {folder.today() - 365}}), std::string(demo.role));
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    plant_organisations(tx, folder);
    if (!folder.with_demo) return;
    auto const password = access::hash_password(kDemoPassword);
    for (auto const& demo : kDemoAccounts) plant_account(tx, folder, demo, password);
}

}  // namespace lenkwerk::people
