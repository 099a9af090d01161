#include "modules/people/people.hpp"

#include "modules/people/commands/accounts.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"
#include "modules/people/store/organisations.hpp"

namespace lenkwerk::people {
namespace {

OrganisationLine line_of(store::Organisation const& organisation) {
    auto const& facts = organisation.facts;
    return {organisation.id, facts.name, facts.short_name, facts.kind, !organisation.closed_at, facts.email};
}

}  // namespace

std::vector<OrganisationLine> organisations(storage::Reader const& reader) {
    std::vector<OrganisationLine> lines;
    for (auto const& organisation : store::list_organisations(reader)) lines.push_back(line_of(organisation));
    return lines;
}

std::optional<OrganisationLine> organisation(storage::Reader const& reader, OrganisationId id) {
    auto const found = store::find_organisation(reader, id);
    return found ? std::optional{line_of(*found)} : std::nullopt;
}

std::optional<OrganisationId> organisation_named(storage::Reader const& reader, std::string const& name) {
    return store::organisation_named(reader, name);
}

bool is_open(storage::Reader const& reader, OrganisationId id) {
    auto const found = organisation(reader, id);
    return found && found->is_open;
}

std::vector<Contact> contacts(storage::Reader const& reader, Subject const& scope, Day day) {
    std::vector<Contact> found;
    for (auto const& account : store::accounts_of_scope(reader, scope, day))
        found.push_back({account.account, account.name, account.email, account.language, account.role});
    return found;
}

std::optional<Contact> contact(storage::Reader const& reader, access::AccountId account) {
    auto const found = store::find_account(reader, account);
    if (!found) return std::nullopt;
    return Contact{found->id, found->name, found->email, found->language, ""};
}

Outcome<access::AccountId> account_for(storage::Transaction& tx, std::string const& name, std::string const& email) {
    if (auto const known = store::find_account_by_email(tx, folded_email(email))) return known->id;
    return invite(tx, {name, email});
}

std::vector<OrganisationId> own_organisations(access::Actor const& actor) {
    std::vector<OrganisationId> own;
    for (auto const& grant : actor.grants())
        if (grant.scope && grant.scope->kind == "organisation") own.push_back({grant.scope->id});
    return own;
}

Outcome<GrantId> grant_membership(storage::Transaction& tx, access::AccountId account, std::string const& role,
                                  Subject const& body, Period const& period) {
    return grant_role(tx, account, {role, body, period});
}

Outcome<Done> end_membership(storage::Transaction& tx, GrantId grant, Day last) {
    return end_role(tx, grant, last + 1);
}

}  // namespace lenkwerk::people
