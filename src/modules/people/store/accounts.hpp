#pragma once
// Accounts as they are kept.
#include "modules/people/rules/account.hpp"
#include "platform/storage/database.hpp"
#include "platform/storage/page.hpp"

namespace lenkwerk::people::store {

using access::AccountId;

struct Account {
    AccountId id;
    std::string name, email, language;
    AccountState state = AccountState::invited;
    Instant created_at;
    std::int64_t version = 0;
};

struct Credentials {
    AccountId id;
    AccountState state;
    std::optional<std::string> password_hash;
};

std::optional<Account> find_account(storage::Reader const& reader, AccountId id);
std::optional<Account> find_account_by_email(storage::Reader const& reader, std::string const& folded_email);
std::optional<Credentials> find_credentials(storage::Reader const& reader, std::string const& folded_email);
// In order of the name, 50 a page.
Page<Account> list_accounts(storage::Reader const& reader, std::optional<std::string> const& cursor);

AccountId insert_account(storage::Transaction& tx, AccountDraft const& draft);
// False where `version` is not the stored one any more.
bool update_account(storage::Transaction& tx, AccountId id, AccountDraft const& draft, std::int64_t version);
void set_state(storage::Transaction& tx, AccountId id, AccountState state);
void set_password_hash(storage::Transaction& tx, AccountId id, std::string const& hash);

}  // namespace lenkwerk::people::store
