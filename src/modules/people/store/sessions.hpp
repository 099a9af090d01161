#pragma once
// Sessions, password links and failed sign-ins as they are kept. Tokens come in as hashes only.
#include "modules/people/ids.hpp"
#include "platform/storage/database.hpp"
#include "platform/storage/upkeep.hpp"

namespace lenkwerk::people::store {

using access::AccountId;

struct Session {
    SessionId id;
    AccountId account;
    std::string device;
    Instant opened_at, ends_at;
};

std::optional<Session> find_session(storage::Reader const& reader, std::string_view token_hash, Instant now);
std::vector<Session> sessions_of(storage::Reader const& reader, AccountId account, Instant now);  // newest first
SessionId insert_session(storage::Transaction& tx, AccountId account, std::string const& token_hash,
                         std::string const& device, Instant ends_at);
// Of this account only; how many were ended.
std::int64_t end_session(storage::Transaction& tx, AccountId account, SessionId id);
std::int64_t end_sessions(storage::Transaction& tx, AccountId account);

void insert_password_link(storage::Transaction& tx, AccountId account, std::string const& token_hash, Instant ends_at);
std::optional<AccountId> account_of_password_link(storage::Reader const& reader, std::string const& token_hash,
                                                  Instant now);
void remove_password_links(storage::Transaction& tx, AccountId account);

std::vector<Instant> failed_sign_ins(storage::Reader const& reader, std::string const& key, Instant since);
void insert_failed_sign_in(storage::Transaction& tx, std::string const& key);
void forget_failed_sign_ins(storage::Transaction& tx, std::string const& key);
// Sessions and links that are over, and failures older than a day; how many rows went.
std::int64_t sweep(storage::Upkeep& upkeep);

}  // namespace lenkwerk::people::store
