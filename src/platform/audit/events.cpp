#include "platform/audit/events.hpp"

#include "platform/audit/digest.hpp"

#include <limits>

namespace lenkwerk::audit {
namespace {

constexpr std::int64_t kPerPage = 50;

Entry entry_of(storage::Row const& row) {
    return {row.number(0), row.instant(1),       row.text(2),      row.text(3), {row.text(4), row.number(5)},
            row.text(6),   !row.text(7).empty(), row.maybe_text(8)};
}

// Newest first: before the first page stands the highest id there can be.
std::int64_t below(std::optional<std::string> const& cursor) {
    return cursor ? Cursor::read(cursor).id : std::numeric_limits<std::int64_t>::max();
}

Page<Entry> paged(std::vector<Entry> entries) {
    return page_of(std::move(entries), kPerPage, [](Entry const& last) { return Cursor{"", last.id}; });
}

}  // namespace

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

Page<Entry> entries_of(storage::Reader const& reader, Subject const& subject,
                       std::optional<std::string> const& cursor) {
    return paged(reader.all(R"(
        SELECT e.id, e.happened_at, e.actor, e.verb, e.subject_kind, e.subject_id, e.details, e.reason_digest, r.reason
        FROM audit_events e LEFT JOIN audit_reasons r ON r.event_id = e.id
        WHERE e.subject_kind = $1 AND e.subject_id = $2 AND e.id < $3 ORDER BY e.id DESC LIMIT $4)",
                            {subject.kind, subject.id, below(cursor), kPerPage + 1}, entry_of));
}

Page<Entry> entries(storage::Reader const& reader, std::optional<std::string> const& cursor) {
    return paged(reader.all(R"(
        SELECT e.id, e.happened_at, e.actor, e.verb, e.subject_kind, e.subject_id, e.details, e.reason_digest, r.reason
        FROM audit_events e LEFT JOIN audit_reasons r ON r.event_id = e.id
        WHERE e.id < $1 ORDER BY e.id DESC LIMIT $2)",
                            {below(cursor), kPerPage + 1}, entry_of));
}

}  // namespace lenkwerk::audit
