#include "modules/plan/store/topics.hpp"

namespace lenkwerk::plan::store {
namespace {

// topic_id, parent_id, position, title, subtitle, text, state, merged_into_id, retired_because, audience
Topic topic_of(storage::Row const& row) {
    return {
        row.id<TopicId>(0), row.maybe_id<TopicId>(1),    static_cast<int>(row.number(2)), row.text(3), row.text(4),
        row.text(5),        topic_state_of(row.text(6)), row.maybe_id<TopicId>(7),        row.text(8), row.audience(9)};
}

}  // namespace

std::vector<Topic> topics_of(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                             std::optional<Instant> at) {
    if (!at)
        return reader.all(R"(
            SELECT topic_id, parent_id, position, title, subtitle, text, state, merged_into_id, retired_because, audience
            FROM plan_topic_versions WHERE plan_id = $1 AND valid_to IS NULL AND may_see($2, audience))",
                          {plan, viewer}, topic_of);
    return reader.all(R"(
        SELECT topic_id, parent_id, position, title, subtitle, text, state, merged_into_id, retired_because, audience
        FROM plan_topic_versions
        WHERE plan_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2) AND may_see($3, audience))",
                      {plan, *at, viewer}, topic_of);
}

std::optional<PlanId> plan_of_topic(storage::Reader const& reader, TopicId id) {
    return reader.first("SELECT plan_id FROM plan_topics WHERE id = $1", {id},
                        [](storage::Row const& row) { return row.id<PlanId>(0); });
}

std::vector<TopicVersion> history_of(storage::Reader const& reader, Viewer const& viewer, TopicId id) {
    return reader.all(
        R"(
        SELECT topic_id, parent_id, position, title, subtitle, text, state, merged_into_id, retired_because, audience,
               valid_from, valid_to, source, changed_by
        FROM plan_topic_versions WHERE topic_id = $1 AND may_see($2, audience) ORDER BY valid_from DESC, id DESC)",
        {id, viewer}, [](storage::Row const& row) {
            return TopicVersion{topic_of(row), row.instant(10), row.maybe_instant(11), row.text(12), row.text(13)};
        });
}

TopicId insert_topic(storage::Transaction& tx, PlanId plan) {
    return {tx.insert("INSERT INTO plan_topics (plan_id) VALUES ($1) RETURNING id", {plan})};
}

void put_version(storage::Transaction& tx, PlanId plan, Topic const& topic, std::string const& source) {
    tx.change("UPDATE plan_topic_versions SET valid_to = $2 WHERE topic_id = $1 AND valid_to IS NULL",
              {topic.id, tx.now()});
    tx.change(
        R"(
        INSERT INTO plan_topic_versions (topic_id, plan_id, valid_from, parent_id, position, title, subtitle, text, state, merged_into_id,
                                         retired_because, audience, source, changed_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))",
        {topic.id, plan, tx.now(), topic.parent, topic.position, topic.title, topic.subtitle, topic.text,
         word(topic.state), topic.merged_into, topic.retired_because, topic.audience, source, tx.actor().signature()});
}

}  // namespace lenkwerk::plan::store
