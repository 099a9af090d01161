#pragma once
// The changes of topics that verdicts carry, as they are kept.
#include "modules/bodies/ids.hpp"
#include "modules/steering/rules/topic_change.hpp"
#include "platform/storage/database.hpp"

#include <vector>

namespace lenkwerk::steering::store {

// In the order in which they were written, and so are applied. Whoever may not see the verdict does not see its changes.
std::vector<TopicChange> changes_of(storage::Reader const& reader, Viewer const& viewer, bodies::SessionId session);
void insert_change(storage::Transaction& tx, bodies::SessionId session, TopicChange const& change);
bool remove_change(storage::Transaction& tx, bodies::SessionId session, std::int64_t id);
void remove_changes_of_field(storage::Transaction& tx, bodies::SessionId session, plan::TopicId field);

}  // namespace lenkwerk::steering::store
