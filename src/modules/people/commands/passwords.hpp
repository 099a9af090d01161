#pragma once
// Passwords: links by mail, and the change that a link or the own session allows. Hashing happens before the
// transaction.
#include "modules/people/rules/account.hpp"
#include "platform/access/password.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::people {

using access::AccountId;

inline constexpr std::chrono::hours kPasswordLinkLasts{48};

// For the "password forgotten" form: whether the address is known is not told to anybody.
Outcome<Done> request_password_link(storage::Transaction& tx, std::string const& email);
void send_password_link_later(storage::Transaction& tx, AccountId id);

// Keeps the hash of a new link's token. Older links hold until they end or one of them is used: otherwise the mail of an invitation
// would void the link that the command line has just shown, and anybody could void somebody's link by asking for another.
Outcome<Done> open_password_link(storage::Transaction& tx, AccountId id, std::string const& token_hash);
// The link is used up, all sessions of the account end.
Outcome<AccountId> set_password_by_link(storage::Transaction& tx, std::string const& token_hash,
                                        access::HashedPassword const& password);
// The own password; all sessions end but the one that asks.
Outcome<Done> change_password(storage::Transaction& tx, access::HashedPassword const& password,
                              std::string const& kept_token_hash);

}  // namespace lenkwerk::people
