#include "modules/plan/rules/tree.hpp"

namespace lenkwerk::plan {

Tree::Tree(std::vector<Topic> topics) {
    for (auto& topic : topics) topics_.emplace(topic.id, std::move(topic));
    for (auto const& [id, topic] : topics_)
        if (topic.is_alive()) children_[topic.parent].push_back(id);
    for (auto& [parent, ids] : children_)
        std::sort(ids.begin(), ids.end(), [&](TopicId left, TopicId right) {
            return std::pair{at(left).position, left} < std::pair{at(right).position, right};
        });
    number_all(std::nullopt, "");
}

void Tree::number_all(std::optional<TopicId> parent, std::string const& prefix) {
    int place = 0;
    for (auto const id : children_of(parent)) {
        auto const number = prefix + std::to_string(++place);
        numbers_.emplace(id, number);
        number_all(id, number + ".");
    }
}

Topic const& Tree::at(TopicId id) const { return topics_.at(id); }

Topic const* Tree::find(TopicId id) const {
    auto const found = topics_.find(id);
    return found == topics_.end() ? nullptr : &found->second;
}

std::vector<TopicId> const& Tree::children_of(std::optional<TopicId> parent) const {
    static std::vector<TopicId> const none;
    auto const found = children_.find(parent);
    return found == children_.end() ? none : found->second;
}

std::vector<TopicId> Tree::in_order() const {
    std::vector<TopicId> order;
    std::vector<TopicId> waiting(fields().rbegin(), fields().rend());
    while (!waiting.empty()) {
        order.push_back(waiting.back());
        waiting.pop_back();
        auto const& below = children(order.back());
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    return order;
}

std::vector<TopicId> Tree::retired() const {
    std::vector<TopicId> found;
    for (auto const& [id, topic] : topics_)
        if (!topic.is_alive()) found.push_back(id);
    return found;
}

std::string Tree::number(TopicId id) const {
    auto const found = numbers_.find(id);
    return found == numbers_.end() ? "" : found->second;
}

std::vector<TopicId> Tree::path(TopicId id) const {
    std::vector<TopicId> path{id};
    for (auto parent = at(id).parent; parent && find(*parent); parent = at(*parent).parent) path.push_back(*parent);
    std::reverse(path.begin(), path.end());
    return path;
}

bool Tree::is_within(TopicId id, TopicId above) const {
    auto const ids = path(id);
    return std::find(ids.begin(), ids.end(), above) != ids.end();
}

}  // namespace lenkwerk::plan
