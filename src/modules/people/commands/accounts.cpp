#include "modules/people/commands/accounts.hpp"

#include "modules/people/commands/passwords.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"
#include "modules/people/store/sessions.hpp"
#include "platform/settings.hpp"

#include <fmt/format.h>

namespace lenkwerk::people {
namespace {

storage::Event event(std::string verb, AccountId id, std::string details = "{}") {
    return {"people." + std::move(verb), {"account", id.value}, std::move(details)};
}

bool is_taken(storage::Transaction& tx, std::string const& email, AccountId but) {
    auto const other = store::find_account_by_email(tx, email);
    return other && other->id != but;
}

bool is_own(storage::Transaction& tx, AccountId id) { return tx.actor().account() == id; }

bool is_last_administrator(storage::Transaction& tx, AccountId id, Day today) {
    auto const grants = store::valid_grants(tx, id, today);
    bool const administers = std::any_of(grants.begin(), grants.end(),
                                         [](auto const& grant) { return grant.role == access::Role::administrator; });
    return administers && !store::somebody_else_holds(tx, "administrator", id, today);
}

std::vector<std::string> roles_held_during(storage::Transaction& tx, AccountId account, Period const& period) {
    std::vector<std::string> roles;
    for (auto const& grant : store::grants_of(tx, account)) {
        bool const over_before = grant.period.last && *grant.period.last < period.first;
        bool const begins_after = period.last && *period.last < grant.period.first;
        if (!over_before && !begins_after) roles.push_back(grant.role);
    }
    return roles;
}

}  // namespace

Outcome<AccountId> invite(storage::Transaction& tx, AccountDraft const& draft) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    auto const checked = check_account(draft);
    if (!checked) return checked.problems();
    if (is_taken(tx, checked->email, {})) return account_email_taken();
    auto const id = store::insert_account(tx, *checked);
    tx.record(event("account_invited", id));
    send_password_link_later(tx, id);
    return id;
}

Outcome<Done> edit_account(storage::Transaction& tx, AccountEdit const& edit) {
    if (!tx.actor().may(kManageAccounts) && !is_own(tx, edit.id)) return refuse("access.denied");
    auto const checked = check_account(edit.draft);
    if (!checked) return checked.problems();
    if (is_taken(tx, checked->email, edit.id)) return account_email_taken();
    if (!store::update_account(tx, edit.id, *checked, edit.version)) return refuse("form.changed_meanwhile");
    tx.record(event("account_edited", edit.id));
    return Done{};
}

Outcome<Done> disable_account(storage::Transaction& tx, AccountId id) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    if (!store::find_account(tx, id)) return account_unknown();
    if (is_own(tx, id)) return account_own();
    if (is_last_administrator(tx, id, day_in_city(tx, tx.now()))) return account_last_administrator();
    store::set_state(tx, id, AccountState::disabled);
    store::end_sessions(tx, id);
    store::remove_password_links(tx, id);
    tx.record(event("account_disabled", id));
    return Done{};
}

Outcome<Done> enable_account(storage::Transaction& tx, AccountId id) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    if (!store::find_account(tx, id)) return account_unknown();
    store::set_state(tx, id, AccountState::invited);
    tx.record(event("account_enabled", id));
    send_password_link_later(tx, id);
    return Done{};
}

Outcome<GrantId> grant_role(storage::Transaction& tx, AccountId account, GrantDraft const& draft) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    if (!store::find_account(tx, account)) return account_unknown();
    auto const checked = check_grant(draft, roles_held_during(tx, account, draft.period));
    if (!checked) return checked.problems();
    auto const id = store::insert_grant(tx, account, *checked);
    tx.record(event("role_granted", account, fmt::format(R"({{"grant":{},"role":"{}"}})", id.value, checked->role)));
    return id;
}

Outcome<Done> end_role(storage::Transaction& tx, GrantId id, Day today) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    auto const grant = store::find_grant(tx, id);
    if (!grant) return grant_unknown();
    if (grant->role == "administrator" && is_last_administrator(tx, grant->account, today))
        return account_last_administrator();
    store::end_grant(tx, id, today - 1);
    tx.record(event("role_ended", grant->account, fmt::format(R"({{"grant":{},"role":"{}"}})", id.value, grant->role)));
    return Done{};
}

}  // namespace lenkwerk::people
