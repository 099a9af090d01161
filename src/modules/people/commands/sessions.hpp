#pragma once
// Signing in and out. Whether the password is right was found out before the transaction, without holding anybody up.
#include "modules/people/ids.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::people {

using access::AccountId;

inline constexpr std::chrono::hours kSessionLasts{12};  // a working day

struct Attempt {
    std::string account_key, address_key;  // keyed hashes of mail address and network address
};
// The moment until which this attempt is not heard, if it is not.
std::optional<Instant> blocked_until(storage::Reader const& reader, Attempt const& attempt, Instant now);
Outcome<Done> note_failed_sign_in(storage::Transaction& tx, Attempt const& attempt);

struct NewSession {
    AccountId account;
    std::string token_hash;
    std::string device;  // coarse, "Firefox, Windows": so that one knows the own sessions again
    Attempt attempt;     // whose failures are forgotten now
};
Outcome<SessionId> open_session(storage::Transaction& tx, NewSession const& session);
// A session of the own account.
Outcome<Done> end_session(storage::Transaction& tx, SessionId id);
Outcome<Done> end_all_sessions(storage::Transaction& tx);

}  // namespace lenkwerk::people
