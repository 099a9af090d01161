#pragma once
// The log of what happened: one event for each thing somebody did, kept in the transaction that did it.
#include "platform/storage/page.hpp"
#include "platform/storage/transaction.hpp"

#include <optional>
#include <string>

namespace lenkwerk::audit {

// Called by Transaction::record.
void insert(storage::Upkeep& upkeep, access::Actor const& actor, storage::Event const& event);

// One line of the log, as auditor and office read it.
struct Entry {
    std::int64_t id = 0;
    Instant happened_at;
    std::string actor, verb;  // "account:7", "plan.topic_moved"
    Subject subject;
    std::string details;                // a JSON object
    bool has_reason = false;            // one was given,
    std::optional<std::string> reason;  // and it still stands
};

// Newest first, 50 a page: of one subject, or of all.
Page<Entry> entries_of(storage::Reader const& reader, Subject const& subject, std::optional<std::string> const& cursor);
Page<Entry> entries(storage::Reader const& reader, std::optional<std::string> const& cursor);

}  // namespace lenkwerk::audit
