#pragma once
// What the office and the administrator do with accounts and roles.
#include "modules/people/ids.hpp"
#include "modules/people/rules/account.hpp"
#include "modules/people/rules/grant.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::people {

using access::AccountId;

inline constexpr std::string_view kManageAccounts = "people.manage_accounts";

// A new account; its password link goes out by mail. Refuses an address that is taken.
Outcome<AccountId> invite(storage::Transaction& tx, AccountDraft const& draft);

struct AccountEdit {
    AccountId id;
    AccountDraft draft;
    std::int64_t version = 0;
};
Outcome<Done> edit_account(storage::Transaction& tx, AccountEdit const& edit);

// Ends every session at once; the past stays. Refuses the own account and the last administrator.
Outcome<Done> disable_account(storage::Transaction& tx, AccountId id);
// Back to "invited": with a new password link.
Outcome<Done> enable_account(storage::Transaction& tx, AccountId id);

Outcome<GrantId> grant_role(storage::Transaction& tx, AccountId account, GrantDraft const& draft);
// The role is held for the last time on the day before. Refuses the last administrator.
Outcome<Done> end_role(storage::Transaction& tx, GrantId id, Day today);

}  // namespace lenkwerk::people
