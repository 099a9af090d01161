#pragma once
// What the commands of plan refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::plan {

inline Problems goal_unknown() { return refuse("plan.goal.unknown"); }
inline Problems indicator_not_a_number() { return refuse("plan.indicator.not_a_number", "value"); }
inline Problems indicator_unknown() { return refuse("plan.indicator.unknown"); }
inline Problems indicator_value_ahead() { return refuse("plan.indicator.value_ahead", "day"); }
inline Problems plan_predecessor_unknown() { return refuse("plan.plan.predecessor_unknown", "predecessor"); }
inline Problems plan_unknown() { return refuse("plan.plan.unknown"); }
inline Problems step_unknown() { return refuse("plan.step.unknown"); }
inline Problems topic_changed_meanwhile() { return refuse("plan.topic.changed_meanwhile"); }
inline Problems topic_decision_missing() { return refuse("plan.topic.decision_missing", "decision"); }
inline Problems topic_nothing_to_confirm() { return refuse("plan.topic.nothing_to_confirm"); }
inline Problems topic_nothing_changes() { return refuse("plan.topic.nothing_changes", "title"); }
inline Problems topic_unknown(std::string field = {}) { return refuse("plan.topic.unknown", std::move(field)); }
inline Problems version_empty() { return refuse("plan.version.empty"); }
inline Problems version_label_missing() { return refuse("plan.version.label_missing", "label"); }

inline Problems import_parent_missing(std::string number, std::string parent) {
    return refuse("plan.import.parent_missing", "topics",
                  {{"number", std::move(number)}, {"parent", std::move(parent)}});
}
inline Problems import_number_twice(std::string number) {
    return refuse("plan.import.number_twice", "topics", {{"number", std::move(number)}});
}

}  // namespace lenkwerk::plan
