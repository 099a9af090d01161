#include "modules/people/commands/sessions.hpp"

#include "modules/people/rules/refusals.hpp"
#include "modules/people/rules/throttle.hpp"
#include "modules/people/store/sessions.hpp"

namespace lenkwerk::people {
namespace {

storage::Event event(std::string verb, AccountId id) { return {"people." + std::move(verb), {"account", id.value}}; }

std::optional<Instant> later(std::optional<Instant> left, std::optional<Instant> right) {
    return std::max(left, right);
}

}  // namespace

std::optional<Instant> blocked_until(storage::Reader const& reader, Attempt const& attempt, Instant now) {
    auto const failures = [&](std::string const& key, Throttle const& throttle) {
        return blocked_until(throttle, store::failed_sign_ins(reader, key, now - throttle.window), now);
    };
    return later(failures(attempt.account_key, kPerAccount), failures(attempt.address_key, kPerAddress));
}

Outcome<Done> note_failed_sign_in(storage::Transaction& tx, Attempt const& attempt) {
    store::insert_failed_sign_in(tx, attempt.account_key);
    store::insert_failed_sign_in(tx, attempt.address_key);
    tx.record({"people.sign_in_failed", {"sign_in", 0}});
    return Done{};
}

Outcome<SessionId> open_session(storage::Transaction& tx, NewSession const& session) {
    auto const id =
        store::insert_session(tx, session.account, session.token_hash, session.device, tx.now() + kSessionLasts);
    store::forget_failed_sign_ins(tx, session.attempt.account_key);
    tx.record(event("signed_in", session.account));
    return id;
}

Outcome<Done> end_session(storage::Transaction& tx, SessionId id) {
    auto const account = tx.actor().account();
    if (!account || store::end_session(tx, *account, id) == 0) return session_unknown();
    tx.record(event("signed_out", *account));
    return Done{};
}

Outcome<Done> end_all_sessions(storage::Transaction& tx) {
    auto const account = tx.actor().account();
    if (!account) return refuse("access.denied");
    store::end_sessions(tx, *account);
    tx.record(event("signed_out_everywhere", *account));
    return Done{};
}

}  // namespace lenkwerk::people
