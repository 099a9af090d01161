#include "platform/audit/chain.hpp"

#include "platform/audit/digest.hpp"

#include <fmt/format.h>

namespace lenkwerk::audit {
namespace {

constexpr std::int64_t kMostAtOnce = 1000;

// As in netstrings (cr.yp.to/proto/netstrings.txt): no text can be read as the end of another.
std::string framed(std::string_view text) { return fmt::format("{}:{},", text.size(), text); }
std::string framed(std::int64_t number) { return framed(std::to_string(number)); }

SealedEvent event_of(storage::Row const& row) {
    return {row.number(0), row.instant(1), row.text(2), row.text(3),
            row.text(4),   row.number(5),  row.text(6), row.text(7)};
}

std::vector<SealedEvent> unsealed(storage::Reader const& reader, Instant since) {
    return reader.all(R"(
        SELECT e.id, e.happened_at, e.actor, e.verb, e.subject_kind, e.subject_id, e.details, e.reason_digest
        FROM audit_events e LEFT JOIN audit_seals s ON s.event_id = e.id
        WHERE e.happened_at >= $1 AND s.event_id IS NULL ORDER BY e.id LIMIT $2)",
                      {since, kMostAtOnce}, event_of);
}

}  // namespace

std::string hash_of_seal(std::int64_t seal_no, std::string const& before, SealedEvent const& event) {
    return sha256("lenkwerk seal 1\n" + framed(before) + framed(seal_no) + framed(event.id) +
                  framed(event.happened_at.milliseconds) + framed(event.actor) + framed(event.verb) +
                  framed(event.subject_kind) + framed(event.subject_id) + framed(event.details) +
                  framed(event.reason_digest));
}

std::optional<Head> head(storage::Reader const& reader) {
    return reader.first("SELECT seal_no, hash FROM audit_seals ORDER BY seal_no DESC LIMIT 1", {},
                        [](storage::Row const& row) { return Head{row.number(0), row.text(1)}; });
}

int seal(storage::Upkeep& upkeep, Instant since) {
    auto last = head(upkeep).value_or(Head{0, std::string(64, '0')});
    auto const events = unsealed(upkeep, since);
    for (auto const& event : events) {
        last = {last.seal_no + 1, hash_of_seal(last.seal_no + 1, last.hash, event)};
        upkeep.change("INSERT INTO audit_seals (seal_no, event_id, hash) VALUES ($1, $2, $3)",
                      {last.seal_no, event.id, last.hash});
    }
    return static_cast<int>(events.size());
}

}  // namespace lenkwerk::audit
