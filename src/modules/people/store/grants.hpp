#pragma once
// Roles as they are kept.
#include "modules/people/ids.hpp"
#include "modules/people/rules/grant.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::people::store {

using access::AccountId;

struct Grant {
    GrantId id;
    AccountId account;
    std::string role;
    std::optional<Subject> scope;
    Period period;
};

std::vector<Grant> grants_of(storage::Reader const& reader,
                             AccountId account);  // past and future ones too, oldest first
std::optional<Grant> find_grant(storage::Reader const& reader, GrantId id);
// What the person may act on today.
std::vector<access::Grant> valid_grants(storage::Reader const& reader, AccountId account, Day today);
GrantId insert_grant(storage::Transaction& tx, AccountId account, GrantDraft const& draft);
void end_grant(storage::Transaction& tx, GrantId id, Day last);
struct ScopeAccount {
    AccountId account;
    std::string name, email, language, role;
};
// Whoever holds a role for this body or organisation on `day`, by name.
std::vector<ScopeAccount> accounts_of_scope(storage::Reader const& reader, Subject const& scope, Day day);
bool somebody_else_holds(storage::Reader const& reader, std::string const& role, AccountId but, Day today);

}  // namespace lenkwerk::people::store
