#include "modules/plan/rules/tree_changes.hpp"

#include "base/text.hpp"
#include "modules/plan/rules/refusals.hpp"

namespace lenkwerk::plan {
namespace {

// What must hold of a topic that is to be changed.
Problems problems_of(Tree const& tree, TopicId id) {
    auto const* topic = tree.find(id);
    if (!topic) return topic_unknown();
    return topic->is_alive() ? Problems{} : refuse("plan.topic.retired");
}

Problems problems_of_parent(Tree const& tree, std::optional<TopicId> parent) {
    if (!parent) return {};
    auto const* topic = tree.find(*parent);
    return topic && topic->is_alive() ? Problems{} : refuse("plan.topic.parent_gone", "parent");
}

// Children in their new order as topics with positions from 0; only those that differ from before.
Changed renumbered(Tree const& tree, std::optional<TopicId> parent, std::vector<Topic> children) {
    Changed changed;
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].position = static_cast<int>(i);
        children[i].parent = parent;
        auto const* before = tree.find(children[i].id);
        if (!before || *before != children[i]) changed.push_back(std::move(children[i]));
    }
    return changed;
}

std::vector<Topic> children_without(Tree const& tree, std::optional<TopicId> parent, TopicId left_out) {
    std::vector<Topic> children;
    for (auto const id : tree.children_of(parent))
        if (id != left_out) children.push_back(tree.at(id));
    return children;
}

void insert_at(std::vector<Topic>& children, Topic topic, std::optional<int> position) {
    auto const last = static_cast<int>(children.size());
    auto const place = std::clamp(position.value_or(last), 0, last);
    children.insert(children.begin() + place, std::move(topic));
}

void append(Changed& changed, Changed more) {
    changed.insert(changed.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Topic retired_topic(Topic topic, std::optional<TopicId> into, std::string const& reason) {
    topic.state = TopicState::retired;
    topic.merged_into = into;
    topic.retired_because = text::trim(reason);
    return topic;
}

// `topic` gone from among its siblings, who close the gap.
Changed without(Tree const& tree, Topic gone) {
    auto changed = renumbered(tree, gone.parent, children_without(tree, gone.parent, gone.id));
    changed.push_back(std::move(gone));
    return changed;
}

}  // namespace

Outcome<Changed> add(Tree const& tree, TopicDraft const& draft, Place const& place) {
    auto checked = check_topic(draft);
    if (!checked) return checked.problems();
    if (auto problems = problems_of_parent(tree, place.parent); !problems.empty()) return problems;
    Topic topic;
    topic.title = checked->title;
    topic.subtitle = checked->subtitle;
    topic.text = checked->text;
    topic.audience = checked->audience;
    auto children = children_without(tree, place.parent, {});
    insert_at(children, std::move(topic), place.position);
    return renumbered(tree, place.parent, std::move(children));
}

Outcome<Changed> edit(Tree const& tree, TopicId id, TopicDraft const& draft) {
    auto checked = check_topic(draft);
    if (!checked) return checked.problems();
    if (auto problems = problems_of(tree, id); !problems.empty()) return problems;
    auto topic = tree.at(id);
    topic.title = checked->title;
    topic.subtitle = checked->subtitle;
    topic.text = checked->text;
    topic.audience = checked->audience;
    return topic == tree.at(id) ? Changed{} : Changed{topic};
}

Outcome<Changed> move(Tree const& tree, TopicId id, Place const& place) {
    if (auto problems = problems_of(tree, id); !problems.empty()) return problems;
    if (auto problems = problems_of_parent(tree, place.parent); !problems.empty()) return problems;
    if (place.parent && tree.is_within(*place.parent, id)) return refuse("plan.topic.below_itself", "parent");
    auto const& topic = tree.at(id);
    auto siblings = children_without(tree, place.parent, id);
    insert_at(siblings, topic, place.position);
    auto changed = renumbered(tree, place.parent, std::move(siblings));
    if (topic.parent != place.parent)
        append(changed, renumbered(tree, topic.parent, children_without(tree, topic.parent, id)));
    return changed;
}

Outcome<Changed> merge(Tree const& tree, TopicId from, TopicId into, std::string const& reason) {
    if (auto problems = problems_of(tree, from); !problems.empty()) return problems;
    if (!problems_of(tree, into).empty()) return refuse("plan.topic.target_gone", "into");
    if (tree.is_within(into, from)) return refuse("plan.topic.below_itself", "into");
    if (text::trim(reason).empty()) return refuse("plan.topic.reason_missing", "reason");
    // Where `from` stands below `into`, the places among the children of `into` are settled by the second list alone.
    bool const siblings_settled = tree.at(from).parent == into;
    auto gone = retired_topic(tree.at(from), into, reason);
    auto changed = siblings_settled ? Changed{gone} : without(tree, gone);
    auto children = children_without(tree, into, from);
    for (auto const child : tree.children(from)) children.push_back(tree.at(child));
    append(changed, renumbered(tree, into, std::move(children)));
    return changed;
}

Outcome<Changed> retire(Tree const& tree, TopicId id, std::string const& reason) {
    if (auto problems = problems_of(tree, id); !problems.empty()) return problems;
    if (text::trim(reason).empty()) return refuse("plan.topic.reason_missing", "reason");
    if (auto const below = tree.children(id).size())
        return refuse("plan.topic.has_children", "", {{"count", static_cast<std::int64_t>(below)}});
    return without(tree, retired_topic(tree.at(id), std::nullopt, reason));
}

Changed confirm(Tree const& tree, std::span<TopicId const> ids) {
    Changed changed;
    for (auto const id : ids) {
        auto topic = tree.at(id);
        if (topic.state != TopicState::proposed) continue;
        topic.state = TopicState::confirmed;
        changed.push_back(std::move(topic));
    }
    return changed;
}

}  // namespace lenkwerk::plan
