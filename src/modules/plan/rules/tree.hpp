#pragma once
// The tree of a plan at one moment: fields of action, topics below them to any depth, and the numbers that follow from
// the positions.
#include "modules/plan/rules/topic.hpp"

#include <span>
#include <vector>

namespace lenkwerk::plan {

class Tree {
public:
    // In any order. A living topic whose parent is not among them (hidden from the viewer, retired) is left out with
    // all below it.
    explicit Tree(std::vector<Topic> topics);

    // Throws std::out_of_range for a topic that is not of this tree.
    Topic const& at(TopicId id) const;
    Topic const* find(TopicId id) const;

    std::span<TopicId const> fields() const { return children_of(std::nullopt); }
    std::span<TopicId const> children(TopicId id) const { return children_of(id); }
    std::span<TopicId const> children_of(std::optional<TopicId> parent) const;  // living ones, by position
    // All living topics, each before those below it: the order of the printed plan.
    std::vector<TopicId> in_order() const;
    std::vector<TopicId> retired() const;

    // "3.3.1.1"; empty for a retired topic.
    std::string number(TopicId id) const;
    // From the field down to the topic itself.
    std::vector<TopicId> path(TopicId id) const;
    TopicId field_of(TopicId id) const { return path(id).front(); }
    // Whether `id` is `above` or stands below it.
    bool is_within(TopicId id, TopicId above) const;
    std::size_t living() const { return living_; }

private:
    struct Siblings {
        std::optional<TopicId> parent;
        std::size_t first, count;  // of ids_
    };
    void number_all(std::optional<TopicId> parent, std::string const& prefix);
    std::size_t place(TopicId id) const;  // in topics_; its size where the topic is not of this tree

    std::vector<Topic> topics_;         // by id
    std::vector<std::string> numbers_;  // as topics_; empty where a topic has none
    std::vector<Siblings> siblings_;    // by parent
    std::vector<TopicId> ids_;
    std::size_t living_ = 0;
};

}  // namespace lenkwerk::plan
