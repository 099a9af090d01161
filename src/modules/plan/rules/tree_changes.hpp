#pragma once
// How a tree may change. Each function says what the topics are afterwards: the ones that changed, and those only.
#include "modules/plan/rules/tree.hpp"

namespace lenkwerk::plan {

using Changed = std::vector<Topic>;

struct Place {
    std::optional<TopicId> parent;     // none: a field of action
    std::optional<int> position = {};  // from 0; none or too far: as the last one
};

// The new topic (its id is 0) at its place, and the siblings that make room.
Outcome<Changed> add(Tree const& tree, TopicDraft const& draft, Place const& place);
Outcome<Changed> edit(Tree const& tree, TopicId id, TopicDraft const& draft);
// With all that stands below it. Refuses a place within itself or below a retired topic.
Outcome<Changed> move(Tree const& tree, TopicId id, Place const& place);
// `from` retires, what stands below it moves to the end of `into`.
Outcome<Changed> merge(Tree const& tree, TopicId from, TopicId into, std::string const& reason);
// Refuses while living topics stand below it, and without a reason.
Outcome<Changed> retire(Tree const& tree, TopicId id, std::string const& reason);
// Of the given topics those that were proposed; the steering group's decision is the source.
Changed confirm(Tree const& tree, std::span<TopicId const> ids);

}  // namespace lenkwerk::plan
