#include "modules/people/commands/deputies.hpp"

#include "modules/people/commands/accounts.hpp"
#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/grants.hpp"

namespace lenkwerk::people {
namespace {

// The days that are in both; nothing where there are none.
std::optional<Period> common(Period const& left, Period const& right) {
    Period both{std::max(left.first, right.first), left.last};
    if (right.last && (!both.last || *right.last < *both.last)) both.last = right.last;
    if (both.last && *both.last < both.first) return std::nullopt;
    return both;
}

bool covers(Period const& outer, Period const& inner) {
    return outer.first <= inner.first && (!outer.last || (inner.last && *inner.last <= *outer.last));
}

bool is_held(std::vector<store::Grant> const& held, GrantDraft const& draft) {
    return std::any_of(held.begin(), held.end(), [&](store::Grant const& grant) {
        return grant.role == draft.role && grant.scope == draft.scope && covers(grant.period, draft.period);
    });
}

std::optional<Problems> refused(storage::Transaction& tx, Deputy const& deputy) {
    if (!tx.actor().may(kManageAccounts)) return refuse("access.denied");
    auto const account = store::find_account(tx, deputy.deputy);
    if (!account || !store::find_account(tx, deputy.absent)) return account_unknown();
    if (deputy.absent == deputy.deputy) return deputy_same();
    if (account->state == AccountState::disabled) return account_is_disabled();
    return std::nullopt;
}

}  // namespace

Outcome<std::vector<GrantId>> appoint_deputy(storage::Transaction& tx, Deputy const& deputy) {
    if (auto const problems = refused(tx, deputy)) return *problems;
    auto const held = store::grants_of(tx, deputy.deputy);
    std::vector<GrantId> given;
    bool any = false;
    for (auto const& grant : store::grants_of(tx, deputy.absent)) {
        auto const days = common(grant.period, deputy.period);
        if (!days) continue;
        any = true;
        GrantDraft const draft{grant.role, grant.scope, *days};
        if (is_held(held, draft)) continue;
        auto const granted = grant_role(tx, deputy.deputy, draft);
        if (!granted) return granted.problems();
        given.push_back(*granted);
    }
    if (!any) return deputy_holds_nothing();
    tx.record({"people.deputy_appointed",
               {"account", deputy.deputy.value},
               fmt::format(R"({{"absent":{},"grants":{}}})", deputy.absent.value, given.size())});
    return given;
}

}  // namespace lenkwerk::people
