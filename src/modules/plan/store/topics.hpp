#pragma once
// Topics as they are kept: every state they had, from when to when, by whom and on what ground.
#include "modules/plan/rules/tree.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::plan::store {

// The topics of a plan that the viewer may see, as they stood at `at` (none: now), retired ones too.
std::vector<Topic> topics_of(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                             std::optional<Instant> at = std::nullopt);

std::optional<PlanId> plan_of_topic(storage::Reader const& reader, TopicId id);

struct TopicVersion {
    Topic topic;
    Instant valid_from;
    std::optional<Instant> valid_to;
    std::string source, changed_by;
};
std::vector<TopicVersion> history_of(storage::Reader const& reader, Viewer const& viewer, TopicId id);  // newest first

// The newest versions of topics that the viewer may see now and might see then, each with the one before it.
struct TopicChange {
    TopicVersion after;
    std::optional<Topic> before;
};
std::vector<TopicChange> recent_versions(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                                         std::size_t most);

TopicId insert_topic(storage::Transaction& tx, PlanId plan);
// Ends what was valid and begins what is valid from now on. `source`: the paper or the decision, empty for an edit of the draft.
void put_version(storage::Transaction& tx, PlanId plan, Topic const& topic, std::string const& source);

}  // namespace lenkwerk::plan::store
