#include "modules/plan/commands/topic_changes.hpp"

#include "modules/plan/store/topics.hpp"

#include <fmt/ranges.h>

namespace lenkwerk::plan {
namespace {

void index(storage::Transaction& tx, Topic const& topic) {
    Subject const subject{topic.is_field() ? "field" : "topic", topic.id.value};
    if (!topic.is_alive()) return tx.unindex(subject);
    tx.index({subject, topic.audience, topic.title, topic.subtitle + "\n" + topic.text,
              fmt::format("/themen/{}", topic.id.value)});
}

}  // namespace

Tree load_tree(storage::Transaction& tx, PlanId plan) { return Tree{store::topics_of(tx, Viewer::everything(), plan)}; }

TopicId keep(storage::Transaction& tx, PlanId plan, Changed const& changed, std::string const& source) {
    TopicId added;
    for (auto topic : changed) {
        if (!topic.id) added = topic.id = store::insert_topic(tx, plan);
        store::put_version(tx, plan, topic, source);
        index(tx, topic);
    }
    return added;
}

std::string ids_json(Changed const& changed) {
    std::vector<std::int64_t> ids;
    for (auto const& topic : changed)
        if (topic.id) ids.push_back(topic.id.value);
    return fmt::format(R"({{"topics":[{}]}})", fmt::join(ids, ","));
}

}  // namespace lenkwerk::plan
