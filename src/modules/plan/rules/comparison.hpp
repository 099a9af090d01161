#pragma once
// What became of a plan between two moments.
#include "modules/plan/rules/tree.hpp"

namespace lenkwerk::plan {

enum class Difference { added, retired, moved, renamed, reworded, confirmed, renumbered };
std::string_view word(Difference difference);

struct TopicDifference {
    TopicId id;
    std::vector<Difference> differences;  // at least one, in the order of the enumeration
    std::optional<Topic> before, after;   // none: did not live then
    std::string number_before, number_after;
};

// In the order of the later plan, then those that live no more in the order of the earlier one.
// A topic whose number changed only because others moved is `renumbered` and nothing else.
std::vector<TopicDifference> compare(Tree const& earlier, Tree const& later);

// What one change of one topic was, first things first; nothing where only its place among its siblings or its audience changed.
std::optional<Difference> difference_between(std::optional<Topic> const& before, Topic const& after);

}  // namespace lenkwerk::plan
