#include "modules/people/store/grants.hpp"

namespace lenkwerk::people::store {
namespace {

std::optional<Subject> scope_of(storage::Row const& row, int kind, int id) {
    if (row.is_null(kind)) return std::nullopt;
    return Subject{row.text(kind), row.number(id)};
}

Grant grant_of(storage::Row const& row) {
    return {row.id<GrantId>(0), row.id<AccountId>(1), row.text(2), scope_of(row, 3, 4), {row.day(5), row.maybe_day(6)}};
}

}  // namespace

std::vector<Grant> grants_of(storage::Reader const& reader, AccountId account) {
    return reader.all(R"(
        SELECT id, account_id, role, scope_kind, scope_id, first_day, last_day FROM people_grants
        WHERE account_id = $1 ORDER BY first_day, id)",
                      {account}, grant_of);
}

std::optional<Grant> find_grant(storage::Reader const& reader, GrantId id) {
    return reader.first(
        "SELECT id, account_id, role, scope_kind, scope_id, first_day, last_day FROM people_grants WHERE id = $1", {id},
        grant_of);
}

std::vector<access::Grant> valid_grants(storage::Reader const& reader, AccountId account, Day today) {
    return reader.all(R"(
        SELECT role, scope_kind, scope_id FROM people_grants
        WHERE account_id = $1 AND first_day <= $2 AND (last_day IS NULL OR last_day >= $2) ORDER BY id)",
                      {account, today}, [](storage::Row const& row) {
                          return access::Grant{access::role_of(row.text(0)).value(), scope_of(row, 1, 2)};
                      });
}

GrantId insert_grant(storage::Transaction& tx, AccountId account, GrantDraft const& draft) {
    auto const kind = draft.scope ? std::optional{draft.scope->kind} : std::nullopt;
    auto const id = draft.scope ? std::optional{draft.scope->id} : std::nullopt;
    return {tx.insert(
        R"(
        INSERT INTO people_grants (account_id, role, scope_kind, scope_id, first_day, last_day, granted_at, granted_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)",
        {account, draft.role, kind, id, draft.period.first, draft.period.last, tx.now(), tx.actor().signature()})};
}

void end_grant(storage::Transaction& tx, GrantId id, Day last) {
    tx.change("UPDATE people_grants SET last_day = $2 WHERE id = $1", {id, last});
}

std::vector<ScopeAccount> accounts_of_scope(storage::Reader const& reader, Subject const& scope, Day day) {
    return reader.all(R"(
        SELECT account_id, name, email, language, role FROM people_scope_accounts
        WHERE scope_kind = $1 AND scope_id = $2 AND first_day <= $3 AND (last_day IS NULL OR last_day >= $3) ORDER BY name, account_id)",
                      {scope.kind, scope.id, day}, [](storage::Row const& row) {
                          return ScopeAccount{row.id<AccountId>(0), row.text(1), row.text(2), row.text(3), row.text(4)};
                      });
}

bool somebody_else_holds(storage::Reader const& reader, std::string const& role, AccountId but, Day today) {
    return reader.exists(R"(
        SELECT 1 FROM people_grants g JOIN people_accounts a ON a.id = g.account_id
        WHERE g.role = $1 AND g.account_id <> $2 AND a.state = 'active'
          AND g.first_day <= $3 AND (g.last_day IS NULL OR g.last_day >= $3))",
                         {role, but, today});
}

}  // namespace lenkwerk::people::store
