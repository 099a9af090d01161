#include "modules/plan/store/topics.hpp"

namespace lenkwerk::plan::store {
namespace {

// topic_id, parent_id, position, title, subtitle, text, state, merged_into_id, retired_because, audience
Topic topic_from(storage::Row const& row, int first) {
    Topic topic;
    topic.id = row.id<TopicId>(first);
    topic.parent = row.maybe_id<TopicId>(first + 1);
    topic.position = static_cast<int>(row.number(first + 2));
    topic.title = row.text(first + 3);
    topic.subtitle = row.text(first + 4);
    topic.text = row.text(first + 5);
    topic.state = topic_state_of(row.text(first + 6));
    topic.merged_into = row.maybe_id<TopicId>(first + 7);
    topic.retired_because = row.text(first + 8);
    topic.audience = row.audience(first + 9);
    return topic;
}
Topic topic_of(storage::Row const& row) { return topic_from(row, 0); }

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

std::vector<TopicChange> recent_versions(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                                         std::size_t most) {
    return reader.all(
        R"(
        SELECT v.topic_id, v.parent_id, v.position, v.title, v.subtitle, v.text, v.state, v.merged_into_id, v.retired_because, v.audience,
               v.valid_from, v.valid_to, v.source, v.changed_by,
               p.topic_id, p.parent_id, p.position, p.title, p.subtitle, p.text, p.state, p.merged_into_id, p.retired_because, p.audience
        FROM plan_topic_versions v
        JOIN plan_topic_versions c ON c.topic_id = v.topic_id AND c.valid_to IS NULL
        LEFT JOIN plan_topic_versions p ON p.topic_id = v.topic_id AND p.valid_to = v.valid_from AND p.valid_from < p.valid_to
                                       AND may_see($2, p.audience)
        WHERE v.plan_id = $1 AND (v.valid_to IS NULL OR v.valid_to > v.valid_from) AND may_see($2, v.audience) AND may_see($2, c.audience)
        ORDER BY v.valid_from DESC, v.id DESC LIMIT $3)",
        {plan, viewer, most}, [](storage::Row const& row) {
            TopicVersion after{topic_of(row), row.instant(10), row.maybe_instant(11), row.text(12), row.text(13)};
            auto before = row.is_null(14) ? std::nullopt : std::optional{topic_from(row, 14)};
            return TopicChange{std::move(after), std::move(before)};
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
