#include "modules/people/store/accounts.hpp"

namespace lenkwerk::people::store {
namespace {

constexpr std::int64_t kPerPage = 50;

Account account_of(storage::Row const& row) {
    return {row.id<AccountId>(0),          row.text(1),    row.text(2),  row.text(3),
            account_state_of(row.text(4)), row.instant(5), row.number(6)};
}

}  // namespace

std::optional<Account> find_account(storage::Reader const& reader, AccountId id) {
    return reader.first(
        "SELECT id, name, email, language, state, created_at, version FROM people_accounts WHERE id = $1", {id},
        account_of);
}

std::optional<Account> find_account_by_email(storage::Reader const& reader, std::string const& folded_email) {
    return reader.first(
        "SELECT id, name, email, language, state, created_at, version FROM people_accounts WHERE email = $1",
        {folded_email}, account_of);
}

std::optional<Credentials> find_credentials(storage::Reader const& reader, std::string const& folded_email) {
    return reader.first("SELECT id, state, password_hash FROM people_accounts WHERE email = $1", {folded_email},
                        [](storage::Row const& row) {
                            return Credentials{row.id<AccountId>(0), account_state_of(row.text(1)), row.maybe_text(2)};
                        });
}

Page<Account> list_accounts(storage::Reader const& reader, std::optional<std::string> const& cursor) {
    auto const after = Cursor::read(cursor);
    auto accounts = reader.all(R"(
        SELECT id, name, email, language, state, created_at, version FROM people_accounts
        WHERE (name, id) > ($1, $2) ORDER BY name, id LIMIT $3)",
                               {after.text, after.id, kPerPage + 1}, account_of);
    return page_of(std::move(accounts), kPerPage, [](Account const& last) { return Cursor{last.name, last.id.value}; });
}

AccountId insert_account(storage::Transaction& tx, AccountDraft const& draft) {
    return {tx.insert(R"(
        INSERT INTO people_accounts (name, email, language, state, created_at, version)
        VALUES ($1, $2, $3, 'invited', $4, 1) RETURNING id)",
                      {draft.name, draft.email, draft.language, tx.now()})};
}

bool update_account(storage::Transaction& tx, AccountId id, AccountDraft const& draft, std::int64_t version) {
    return tx.change(R"(
        UPDATE people_accounts SET name = $3, email = $4, language = $5, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, draft.name, draft.email, draft.language}) == 1;
}

void set_state(storage::Transaction& tx, AccountId id, AccountState state) {
    tx.change("UPDATE people_accounts SET state = $2, version = version + 1 WHERE id = $1", {id, word(state)});
}

void set_password_hash(storage::Transaction& tx, AccountId id, std::string const& hash) {
    tx.change("UPDATE people_accounts SET password_hash = $2, state = 'active', version = version + 1 WHERE id = $1",
              {id, hash});
}

}  // namespace lenkwerk::people::store
