#pragma once
// What the office does with the tree of a plan. Every change keeps what was before (as of any day) and is an event.
#include "modules/plan/rules/tree_changes.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::plan {

inline constexpr std::string_view kEdit = "plan.edit";

Outcome<TopicId> add_topic(storage::Transaction& tx, PlanId plan, TopicDraft const& draft, Place const& place);

struct TopicEdit {
    TopicId id;
    TopicDraft draft;
    Instant seen;  // when the form was shown: a topic that changed since is refused with form.changed_meanwhile
};
Outcome<Done> edit_topic(storage::Transaction& tx, TopicEdit const& edit);
Outcome<Done> move_topic(storage::Transaction& tx, TopicId id, Place const& place);
Outcome<Done> merge_topics(storage::Transaction& tx, TopicId from, TopicId into, std::string const& reason);
Outcome<Done> retire_topic(storage::Transaction& tx, TopicId id, std::string const& reason);
// `decision` is what confirms them, in words that a reader can follow: "Beschluss des Lenkungskreises vom 12.03.2027, TOP 3".
Outcome<Done> confirm_topics(storage::Transaction& tx, PlanId plan, std::span<TopicId const> ids,
                             std::string const& decision);
// Who may see the topic and everything below it: publishing is an act of its own, and can be taken back.
Outcome<Done> show_topic(storage::Transaction& tx, TopicId id, Audience const& audience);

}  // namespace lenkwerk::plan
