#include "modules/steering/store/verdicts.hpp"

namespace lenkwerk::steering::store {

std::vector<VerdictDraft> verdicts_of(storage::Reader const& reader, Viewer const& viewer, bodies::SessionId session) {
    return reader.all(R"(
        SELECT field_id, verdict, reason, group_id, until_day, audience FROM steering_verdicts
        WHERE session_id = $1 AND may_see($2, audience) ORDER BY field_id)",
                      {session, viewer}, [](storage::Row const& row) {
                          return VerdictDraft{row.id<plan::TopicId>(0),        row.text(1),      row.text(2),
                                              row.maybe_id<bodies::BodyId>(3), row.maybe_day(4), row.audience(5)};
                      });
}

void put_verdict(storage::Transaction& tx, bodies::SessionId session, VerdictDraft const& verdict) {
    tx.change(R"(
        INSERT INTO steering_verdicts (session_id, field_id, verdict, reason, group_id, until_day, audience, recorded_at, recorded_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (session_id, field_id) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, group_id = excluded.group_id,
            until_day = excluded.until_day, audience = excluded.audience, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by)",
              {session, verdict.field, verdict.verdict, verdict.reason, verdict.group, verdict.until, verdict.audience,
               tx.now(), tx.actor().signature()});
}

}  // namespace lenkwerk::steering::store
