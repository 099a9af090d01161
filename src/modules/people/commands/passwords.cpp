#include "modules/people/commands/passwords.hpp"

#include "modules/people/rules/refusals.hpp"
#include "modules/people/store/accounts.hpp"
#include "modules/people/store/sessions.hpp"

namespace lenkwerk::people {
namespace {

storage::Event event(std::string verb, AccountId id) { return {"people." + std::move(verb), {"account", id.value}}; }

}  // namespace

void send_password_link_later(storage::Transaction& tx, AccountId id) {
    tx.enqueue({"people.send_password_link", fmt::format(R"({{"account":{}}})", id.value), std::nullopt,
                fmt::format("people.send_password_link:{}", id.value)});
}

Outcome<Done> request_password_link(storage::Transaction& tx, std::string const& email) {
    auto const account = store::find_account_by_email(tx, folded_email(email));
    if (!account || account->state == AccountState::disabled) return Done{};
    send_password_link_later(tx, account->id);
    tx.record(event("password_link_requested", account->id));
    return Done{};
}

Outcome<Done> open_password_link(storage::Transaction& tx, AccountId id, std::string const& token_hash) {
    if (!tx.actor().may("people.manage_accounts")) return refuse("access.denied");
    auto const account = store::find_account(tx, id);
    if (!account) return account_unknown();
    if (account->state == AccountState::disabled) return account_is_disabled();
    store::insert_password_link(tx, id, token_hash, tx.now() + kPasswordLinkLasts);
    tx.record(event("password_link_opened", id));
    return Done{};
}

Outcome<AccountId> set_password_by_link(storage::Transaction& tx, std::string const& token_hash,
                                        access::HashedPassword const& password) {
    auto const id = store::account_of_password_link(tx, token_hash, tx.now());
    if (!id) return password_link_void();
    store::set_password_hash(tx, *id, password.text());
    store::remove_password_links(tx, *id);
    store::end_sessions(tx, *id);
    tx.record(event("password_set", *id));
    return *id;
}

Outcome<Done> change_password(storage::Transaction& tx, access::HashedPassword const& password,
                              std::string const& kept_token_hash) {
    auto const id = tx.actor().account();
    if (!id) return refuse("access.denied");
    store::set_password_hash(tx, *id, password.text());
    auto const kept = store::find_session(tx, kept_token_hash, tx.now());
    for (auto const& session : store::sessions_of(tx, *id, tx.now()))
        if (!kept || session.id != kept->id) store::end_session(tx, *id, session.id);
    tx.record(event("password_changed", *id));
    return Done{};
}

}  // namespace lenkwerk::people
