#pragma once
// The hash chain over the log: whoever rewrites an event, or takes one away, changes every hash after it, and the head that
// was mailed out of the house is found no more. README.md gives the exact bytes, so that a stranger can recompute them.
#include "platform/storage/upkeep.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::audit {

// An event as it is sealed.
struct SealedEvent {
    std::int64_t id = 0;
    Instant happened_at;
    std::string actor, verb, subject_kind;
    std::int64_t subject_id = 0;
    std::string details, reason_digest;
};

// The hash of seal `seal_no` (from 1) over the hash before (64 zeros before the first) and the event.
std::string hash_of_seal(std::int64_t seal_no, std::string const& before, SealedEvent const& event);

struct Head {
    std::int64_t seal_no = 0;
    std::string hash;
    bool operator==(Head const&) const = default;
};
// The last seal; nothing where nothing is sealed yet.
std::optional<Head> head(storage::Reader const& reader);

// Links events since `since` that no seal covers yet, in the order of their ids, at most 1000; returns how many. Looks for
// them one by one (an anti-join): PostgreSQL commits out of order, so the highest sealed id says nothing of those below it.
int seal(storage::Upkeep& upkeep, Instant since);

struct Verdict {
    std::int64_t seals = 0;
    std::int64_t unsealed = 0;          // newest events that the sealer has not reached yet
    std::int64_t redacted_reasons = 0;  // rightly gone: an event says so
    std::optional<Head> head;
    std::optional<std::int64_t> known_head_at;  // the seal whose hash is the known head
    std::vector<std::string> faults;            // empty: the log is what it was
};

// Recomputes the whole chain. `known_head`: a hash that left the house earlier; it must be one of the chain's.
Verdict verify(storage::Reader const& reader, std::optional<std::string> const& known_head);

}  // namespace lenkwerk::audit
