#include "modules/people/store/sessions.hpp"

namespace lenkwerk::people::store {
namespace {

constexpr std::chrono::hours kFailuresKept{24};

Session session_of(storage::Row const& row) {
    return {row.id<SessionId>(0), row.id<AccountId>(1), row.text(2), row.instant(3), row.instant(4)};
}

}  // namespace

std::optional<Session> find_session(storage::Reader const& reader, std::string_view token_hash, Instant now) {
    return reader.first(R"(
        SELECT s.id, s.account_id, s.device, s.opened_at, s.ends_at
        FROM people_sessions s JOIN people_accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.ends_at > $2 AND a.state = 'active')",
                        {token_hash, now}, session_of);
}

std::vector<Session> sessions_of(storage::Reader const& reader, AccountId account, Instant now) {
    return reader.all(R"(
        SELECT id, account_id, device, opened_at, ends_at FROM people_sessions
        WHERE account_id = $1 AND ends_at > $2 ORDER BY opened_at DESC, id DESC)",
                      {account, now}, session_of);
}

SessionId insert_session(storage::Transaction& tx, AccountId account, std::string const& token_hash,
                         std::string const& device, Instant ends_at) {
    return {tx.insert(R"(
        INSERT INTO people_sessions (account_id, token_hash, device, opened_at, ends_at)
        VALUES ($1, $2, $3, $4, $5) RETURNING id)",
                      {account, token_hash, device, tx.now(), ends_at})};
}

std::int64_t end_session(storage::Transaction& tx, AccountId account, SessionId id) {
    return tx.change("DELETE FROM people_sessions WHERE id = $1 AND account_id = $2", {id, account});
}

std::int64_t end_sessions(storage::Transaction& tx, AccountId account) {
    return tx.change("DELETE FROM people_sessions WHERE account_id = $1", {account});
}

void insert_password_link(storage::Transaction& tx, AccountId account, std::string const& token_hash, Instant ends_at) {
    tx.change("INSERT INTO people_password_links (account_id, token_hash, ends_at) VALUES ($1, $2, $3)",
              {account, token_hash, ends_at});
}

std::optional<AccountId> account_of_password_link(storage::Reader const& reader, std::string const& token_hash,
                                                  Instant now) {
    return reader.first(R"(
        SELECT l.account_id FROM people_password_links l JOIN people_accounts a ON a.id = l.account_id
        WHERE l.token_hash = $1 AND l.ends_at > $2 AND a.state <> 'disabled')",
                        {token_hash, now}, [](storage::Row const& row) { return row.id<AccountId>(0); });
}

void remove_password_links(storage::Transaction& tx, AccountId account) {
    tx.change("DELETE FROM people_password_links WHERE account_id = $1", {account});
}

std::vector<Instant> failed_sign_ins(storage::Reader const& reader, std::string const& key, Instant since) {
    return reader.all("SELECT failed_at FROM people_failed_sign_ins WHERE key = $1 AND failed_at > $2", {key, since},
                      [](storage::Row const& row) { return row.instant(0); });
}

void insert_failed_sign_in(storage::Transaction& tx, std::string const& key) {
    tx.change("INSERT INTO people_failed_sign_ins (key, failed_at) VALUES ($1, $2)", {key, tx.now()});
}

void forget_failed_sign_ins(storage::Transaction& tx, std::string const& key) {
    tx.change("DELETE FROM people_failed_sign_ins WHERE key = $1", {key});
}

std::int64_t sweep(storage::Upkeep& upkeep) {
    return upkeep.change("DELETE FROM people_sessions WHERE ends_at <= $1", {upkeep.now()}) +
           upkeep.change("DELETE FROM people_password_links WHERE ends_at <= $1", {upkeep.now()}) +
           upkeep.change("DELETE FROM people_failed_sign_ins WHERE failed_at <= $1", {upkeep.now() - kFailuresKept});
}

}  // namespace lenkwerk::people::store
