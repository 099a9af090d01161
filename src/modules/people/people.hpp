#pragma once
// What other modules may know of people: organisations by name, who answers for them, and roles that come with a membership.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/people/ids.hpp"
#include "platform/storage/transaction.hpp"

#include <string>
#include <vector>

namespace lenkwerk::people {

struct OrganisationLine {
    OrganisationId id;
    std::string name, short_name, kind;
    bool is_open = true;
    std::string email = {};  // of the office, for mail where nobody has an account; may be empty
};
std::vector<OrganisationLine> organisations(storage::Reader const& reader);  // open ones first, then by name
std::optional<OrganisationLine> organisation(storage::Reader const& reader, OrganisationId id);
// By its name or short name, as in a spreadsheet or a city's folder.
std::optional<OrganisationId> organisation_named(storage::Reader const& reader, std::string const& name);
bool is_open(storage::Reader const& reader, OrganisationId id);

// Who gets mail for a body or an organisation, by the roles that are valid on `day`.
struct Contact {
    access::AccountId account;
    std::string name, email, language;
    std::string role;
};
std::vector<Contact> contacts(storage::Reader const& reader, Subject const& scope, Day day);
std::optional<Contact> contact(storage::Reader const& reader, access::AccountId account);

// A step for forms that name somebody by address: the account that has it, or a new one, to which its password link goes out by mail.
Outcome<access::AccountId> account_for(storage::Transaction& tx, std::string const& name, std::string const& email);

// The organisations for which the actor acts.
std::vector<OrganisationId> own_organisations(access::Actor const& actor);

// A step for modules whose members sign in: gives the account the role for this body in the period, and takes it back.
Outcome<GrantId> grant_membership(storage::Transaction& tx, access::AccountId account, std::string const& role,
                                  Subject const& body, Period const& period);
Outcome<Done> end_membership(storage::Transaction& tx, GrantId grant, Day last);

}  // namespace lenkwerk::people
