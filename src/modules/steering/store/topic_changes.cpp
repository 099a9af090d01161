#include "modules/steering/store/topic_changes.hpp"

namespace lenkwerk::steering::store {

std::vector<TopicChange> changes_of(storage::Reader const& reader, Viewer const& viewer, bodies::SessionId session) {
    return reader.all(R"(
        SELECT c.id, c.field_id, c.kind, c.topic_id, c.before, c.title, c.subtitle, c.text, c.seen, c.audience
        FROM steering_topic_changes c JOIN steering_verdicts v ON v.session_id = c.session_id AND v.field_id = c.field_id
        WHERE c.session_id = $1 AND may_see($2, c.audience) AND may_see($2, v.audience) ORDER BY c.id)",
                      {session, viewer}, [](storage::Row const& row) {
                          return TopicChange{.id = row.number(0),
                                             .field = row.id<plan::TopicId>(1),
                                             .kind = change_kind_of(row.text(2)).value(),
                                             .topic = row.id<plan::TopicId>(3),
                                             .before = row.text(4),
                                             .title = row.text(5),
                                             .subtitle = row.text(6),
                                             .text = row.text(7),
                                             .seen = row.instant(8),
                                             .audience = row.audience(9)};
                      });
}

void insert_change(storage::Transaction& tx, bodies::SessionId session, TopicChange const& change) {
    tx.change(R"(
        INSERT INTO steering_topic_changes
            (session_id, field_id, kind, topic_id, before, title, subtitle, text, seen, audience, recorded_at, recorded_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
              {session, change.field, word(change.kind), change.topic, change.before, change.title, change.subtitle,
               change.text, change.seen, change.audience, tx.now(), tx.actor().signature()});
}

bool remove_change(storage::Transaction& tx, bodies::SessionId session, std::int64_t id) {
    return tx.change("DELETE FROM steering_topic_changes WHERE session_id = $1 AND id = $2", {session, id}) == 1;
}

void remove_changes_of_field(storage::Transaction& tx, bodies::SessionId session, plan::TopicId field) {
    tx.change("DELETE FROM steering_topic_changes WHERE session_id = $1 AND field_id = $2", {session, field});
}

}  // namespace lenkwerk::steering::store
