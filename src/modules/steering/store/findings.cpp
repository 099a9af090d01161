#include "modules/steering/store/findings.hpp"

namespace lenkwerk::steering::store {
namespace {

KnownFinding finding_of(storage::Row const& row) {
    return {row.id<FindingId>(0),
            {row.id<plan::TopicId>(1), row.text(2), row.text(3), row.text(4), row.audience(5)},
            row.day(6)};
}

}  // namespace

std::vector<KnownFinding> findings(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT id, field_id, perspective, text, source, audience, day FROM steering_findings
        WHERE withdrawn_at IS NULL AND may_see($1, audience) ORDER BY field_id, day, id)",
                      {viewer}, finding_of);
}

std::optional<KnownFinding> find_finding(storage::Reader const& reader, FindingId id) {
    return reader.first(R"(
        SELECT id, field_id, perspective, text, source, audience, day FROM steering_findings WHERE id = $1 AND withdrawn_at IS NULL)",
                        {id}, finding_of);
}

FindingId insert_finding(storage::Transaction& tx, FindingDraft const& draft, Day day) {
    return {tx.insert(
        R"(
        INSERT INTO steering_findings (field_id, perspective, text, source, audience, day, reported_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)",
        {draft.field, draft.perspective, draft.text, draft.source, draft.audience, day, tx.actor().signature()})};
}

void withdraw_finding(storage::Transaction& tx, FindingId id) {
    tx.change("UPDATE steering_findings SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL", {id, tx.now()});
}

}  // namespace lenkwerk::steering::store
