#include "modules/plan/rules/comparison.hpp"

#include <stdexcept>

namespace lenkwerk::plan {
namespace {

Topic const* living(Tree const& tree, TopicId id) { return tree.number(id).empty() ? nullptr : &tree.at(id); }

std::vector<Difference> differences_of(Topic const& before, Topic const& after, bool same_number) {
    std::vector<Difference> found;
    if (before.parent != after.parent) found.push_back(Difference::moved);
    if (before.title != after.title || before.subtitle != after.subtitle) found.push_back(Difference::renamed);
    if (before.text != after.text) found.push_back(Difference::reworded);
    if (before.state != after.state) found.push_back(Difference::confirmed);
    if (found.empty() && !same_number) found.push_back(Difference::renumbered);
    return found;
}

std::vector<Difference> differences_of(Topic const* before, Topic const* after, bool same_number) {
    if (!before) return {Difference::added};
    if (!after) return {Difference::retired};
    return differences_of(*before, *after, same_number);
}

}  // namespace

std::string_view word(Difference difference) {
    switch (difference) {
        case Difference::added: return "added";
        case Difference::retired: return "retired";
        case Difference::moved: return "moved";
        case Difference::renamed: return "renamed";
        case Difference::reworded: return "reworded";
        case Difference::confirmed: return "confirmed";
        case Difference::renumbered: return "renumbered";
    }
    throw std::logic_error("unknown difference");
}

std::vector<TopicDifference> compare(Tree const& earlier, Tree const& later) {
    auto ids = later.in_order();
    for (auto const id : earlier.in_order())
        if (!living(later, id)) ids.push_back(id);
    std::vector<TopicDifference> found;
    for (auto const id : ids) {
        auto const* before = living(earlier, id);
        auto const* after = living(later, id);
        auto differences = differences_of(before, after, earlier.number(id) == later.number(id));
        if (differences.empty()) continue;
        found.push_back({id, std::move(differences), before ? std::optional{*before} : std::nullopt,
                         after ? std::optional{*after} : std::nullopt, earlier.number(id), later.number(id)});
    }
    return found;
}

std::optional<Difference> difference_between(std::optional<Topic> const& before, Topic const& after) {
    auto const* was = before && before->is_alive() ? &*before : nullptr;
    auto const* is = after.is_alive() ? &after : nullptr;
    if (!was && !is) return std::nullopt;
    auto const found = differences_of(was, is, true);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

}  // namespace lenkwerk::plan
