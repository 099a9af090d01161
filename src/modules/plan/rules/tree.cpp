#include "modules/plan/rules/tree.hpp"

#include <algorithm>
#include <tuple>

namespace lenkwerk::plan {

Tree::Tree(std::vector<Topic> topics) : topics_(std::move(topics)), numbers_(topics_.size()) {
    std::ranges::sort(topics_, {}, &Topic::id);
    std::vector<Topic const*> living;
    for (auto const& topic : topics_)
        if (topic.is_alive()) living.push_back(&topic);
    std::ranges::sort(living, {}, [](Topic const* one) { return std::tuple{one->parent, one->position, one->id}; });
    for (auto const* topic : living) {
        if (siblings_.empty() || siblings_.back().parent != topic->parent)
            siblings_.push_back({topic->parent, ids_.size(), 0});
        ids_.push_back(topic->id);
        ++siblings_.back().count;
    }
    number_all(std::nullopt, "");
}

void Tree::number_all(std::optional<TopicId> parent, std::string const& prefix) {
    int position = 0;
    for (auto const id : children_of(parent)) {
        auto& number = numbers_[place(id)];
        number = prefix + std::to_string(++position);
        ++living_;
        number_all(id, number + ".");
    }
}

std::size_t Tree::place(TopicId id) const {
    auto const found = std::ranges::lower_bound(topics_, id, {}, &Topic::id);
    bool const is_there = found != topics_.end() && found->id == id;
    return is_there ? static_cast<std::size_t>(found - topics_.begin()) : topics_.size();
}

Topic const& Tree::at(TopicId id) const { return topics_.at(place(id)); }

Topic const* Tree::find(TopicId id) const {
    auto const found = place(id);
    return found == topics_.size() ? nullptr : &topics_[found];
}

std::span<TopicId const> Tree::children_of(std::optional<TopicId> parent) const {
    auto const found = std::ranges::lower_bound(siblings_, parent, {}, &Siblings::parent);
    if (found == siblings_.end() || found->parent != parent) return {};
    return std::span{ids_}.subspan(found->first, found->count);
}

std::vector<TopicId> Tree::in_order() const {
    std::vector<TopicId> order;
    std::vector<TopicId> waiting(fields().rbegin(), fields().rend());
    while (!waiting.empty()) {
        order.push_back(waiting.back());
        waiting.pop_back();
        auto const below = children(order.back());
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    return order;
}

std::vector<TopicId> Tree::retired() const {
    std::vector<TopicId> found;
    for (auto const& topic : topics_)
        if (!topic.is_alive()) found.push_back(topic.id);
    return found;
}

std::string Tree::number(TopicId id) const {
    auto const found = place(id);
    return found == topics_.size() ? "" : numbers_[found];
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
