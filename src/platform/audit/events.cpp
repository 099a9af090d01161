#include "platform/audit/events.hpp"

#include "platform/audit/digest.hpp"

namespace lenkwerk::audit {

// The event keeps only the salted digest of the reason: when the words are redacted, salt and words go together, the chain
// stays whole, and nobody can try out what they were. (docs/adr: reasons outside of the hash)
void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::Event const& event) {
    auto const salt = event.reason.empty() ? std::string{} : new_salt();
    auto const digest = event.reason.empty() ? std::string{} : digest_of_reason(salt, event.reason);
    auto const id = upkeep.insert(
        R"(
        INSERT INTO audit_events (happened_at, actor, verb, subject_kind, subject_id, details, reason_digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)",
        {upkeep.now(), actor.signature(), event.verb, event.subject.kind, event.subject.id, event.details, digest});
    if (!event.reason.empty())
        upkeep.change("INSERT INTO audit_reasons (event_id, salt, reason) VALUES ($1, $2, $3)",
                      {id, salt, event.reason});
}

}  // namespace lenkwerk::audit
