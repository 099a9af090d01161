#include "platform/audit/chain.hpp"
#include "platform/audit/digest.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace lenkwerk::audit {
namespace {

// A fault in every seal is a fault once: the first ones tell where it began.
constexpr std::size_t kMostFaults = 20;

class Verification {
public:
    explicit Verification(std::optional<std::string> const& known_head) : known_head_(known_head) {}

    // One seal with its event and, where there is one, the reason that was given.
    void take(storage::Row const& row) {
        auto const seal_no = row.number(0);
        auto const hash = row.text(1);
        SealedEvent const event{row.number(2), row.instant(3), row.text(4), row.text(5),
                                row.text(6),   row.number(7),  row.text(8), row.text(9)};
        if (seal_no != verdict_.seals + 1) blame(fmt::format("seal {} follows seal {}", seal_no, verdict_.seals));
        if (hash_of_seal(seal_no, before_, event) != hash)
            blame(fmt::format("seal {} does not fit event {}: one of them, or a seal before, was changed", seal_no,
                              event.id));
        check_reason(event, row.maybe_text(10), row.maybe_text(11));
        note_redactions(event);
        if (hash == known_head_) verdict_.known_head_at = seal_no;
        before_ = hash;
        verdict_.seals = seal_no;
    }

    Verdict finish(std::int64_t unsealed) {
        verdict_.unsealed = unsealed;
        if (verdict_.seals > 0) verdict_.head = Head{verdict_.seals, before_};
        if (known_head_ && !verdict_.known_head_at)
            blame(fmt::format("the known head {} is not in the chain: the log was rewritten or cut off since",
                              *known_head_));
        for (auto const id : without_reason_)
            if (!redacted_.contains(id))
                blame(fmt::format("the reason of event {} is gone, and nobody redacted it", id));
        verdict_.redacted_reasons = static_cast<std::int64_t>(without_reason_.size());
        return std::move(verdict_);
    }

private:
    void blame(std::string fault) {
        if (verdict_.faults.size() < kMostFaults) verdict_.faults.push_back(std::move(fault));
    }

    void check_reason(SealedEvent const& event, std::optional<std::string> const& salt,
                      std::optional<std::string> const& reason) {
        if (event.reason_digest.empty() && reason)
            blame(fmt::format("event {} was given a reason afterwards", event.id));
        if (event.reason_digest.empty()) return;
        if (!reason) return without_reason_.push_back(event.id);
        if (digest_of_reason(*salt, *reason) != event.reason_digest)
            blame(fmt::format("the reason of event {} was changed", event.id));
    }

    void note_redactions(SealedEvent const& event) {
        if (event.verb != "redaction.performed") return;
        auto const details = nlohmann::json::parse(event.details);
        for (auto const& id : details.value("events", nlohmann::json::array()))
            redacted_.insert(id.get<std::int64_t>());
    }

    std::optional<std::string> known_head_;
    std::string before_ = std::string(64, '0');
    std::vector<std::int64_t> without_reason_;
    std::set<std::int64_t> redacted_;
    Verdict verdict_;
};

}  // namespace

Verdict verify(storage::Reader const& reader, std::optional<std::string> const& known_head) {
    Verification verification{known_head};
    reader.stream(R"(
        SELECT s.seal_no, s.hash, e.id, e.happened_at, e.actor, e.verb, e.subject_kind, e.subject_id, e.details, e.reason_digest,
               r.salt, r.reason
        FROM audit_seals s JOIN audit_events e ON e.id = s.event_id LEFT JOIN audit_reasons r ON r.event_id = e.id
        ORDER BY s.seal_no)",
                  {}, [&](storage::Row const& row) { verification.take(row); });
    return verification.finish(reader.number(
        "SELECT count(*) FROM audit_events e LEFT JOIN audit_seals s ON s.event_id = e.id WHERE s.event_id IS NULL"));
}

}  // namespace lenkwerk::audit
