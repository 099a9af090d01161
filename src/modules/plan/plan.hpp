#pragma once
// What other modules may know of the plan: its tree, its goals by name, and the import of a whole plan inside their transaction.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/transaction.hpp"

#include <string>
#include <vector>

namespace lenkwerk::plan {

// A living field or topic, in the order of the printed plan.
struct TopicLine {
    TopicId id;
    std::optional<TopicId> parent;
    TopicId field;
    std::string number, title, subtitle, state;
    Audience audience = Audience::administration();
    int depth = 0;          // 0: a field
    std::string text = {};  // Markdown
};
struct PlanSummary {
    PlanId id;
    std::string title, motto, state;
    int due_after = 90, overdue_after = 120, stale_after = 180;  // days without a report
    Audience audience = Audience::administration();
};
struct GoalLine {
    GoalId id;
    std::optional<TopicId> topic;
    std::string title;
};

std::optional<PlanSummary> current_plan(storage::Reader const& reader, Viewer const& viewer);
std::optional<PlanSummary> plan_of(storage::Reader const& reader, Viewer const& viewer, PlanId id);
std::optional<PlanId> plan_of_topic(storage::Reader const& reader, TopicId topic);
// As it stands now, or stood at `at`.
std::vector<TopicLine> outline(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                               std::optional<Instant> at = std::nullopt);
std::optional<TopicLine> topic(storage::Reader const& reader, Viewer const& viewer, TopicId id);
std::optional<GoalLine> goal(storage::Reader const& reader, Viewer const& viewer, GoalId id);
std::vector<GoalLine> goals(storage::Reader const& reader, Viewer const& viewer, PlanId plan);

// What measures a goal, with its latest value.
struct IndicatorLine {
    GoalId goal;
    std::string title, unit, source;
    std::optional<double> baseline, target, value;
    std::optional<Day> baseline_day, target_day, value_day;
};
std::vector<IndicatorLine> indicators(storage::Reader const& reader, GoalId goal);

// What happened to fields and topics that the viewer may see now, newest first: for feeds.
struct TopicEvent {
    TopicId id;
    Instant at;
    std::string title, difference;  // word of the difference from what it was before
    std::string source;             // the decision or paper behind it; may be empty
};
std::vector<TopicEvent> recent_changes(storage::Reader const& reader, Viewer const& viewer, PlanId plan,
                                       std::size_t most);

// The named versions of a plan, newest first.
struct VersionLine {
    PlanVersionId id;
    std::string kind, label;  // "imported", "adopted"
    Instant taken_at;
    Day decided_on;
    std::string source;
};
std::vector<VersionLine> versions(storage::Reader const& reader, PlanId plan);

// What a body decided of one topic: how it reads afterwards, a new one below it, or its end.
struct DecidedChange {
    enum class Kind { reword, add, retire };
    Kind kind = Kind::reword;
    TopicId topic;                // for add: the one above the new one
    std::string title, subtitle;  // of reword and add
    std::string text;             // Markdown; of retire: the reason
    Instant seen;                 // how it read then is what was decided on; a topic that was changed since is refused
};
// Whether it could be applied now. Refuses what the office's own edits refuse, what changes nothing, and what was changed meanwhile.
Outcome<Done> check_decided(storage::Reader const& reader, DecidedChange const& change);
// Rights are asked before. The decision stands in the topic's history as its source, and confirms what it worded; gives back the
// topic, or the new one. Does not look at `seen`: of several changes the first may move what is beside the next.
Outcome<TopicId> apply_decided(storage::Transaction& tx, DecidedChange const& change, std::string const& decision);

// How many fields and topics changed since `since`, by kind of change, for the overview: "added" → 2.
struct ChangeLine {
    TopicId id;
    std::string number, title;
    std::string difference;  // word of the first difference: added, retired, moved, renamed, reworded, confirmed
};
std::vector<ChangeLine> changes_since(storage::Reader const& reader, Viewer const& viewer, PlanId plan, Instant since);

// A plan as a paper or a city's folder states it. Topics come with all their parents before them.
struct ImportedTopic {
    std::string number, parent_number, title, subtitle;  // parent_number is empty for fields
};
struct ImportedPlan {
    std::string title, motto, paper, source;  // source: "26093-22"
    Day decided_on;
    std::vector<ImportedTopic> topics;
    Audience audience = Audience::administration();
};
// Creates the plan with all topics proposed and keeps the numbers of the paper as its imported version.
Outcome<PlanId> import_plan(storage::Transaction& tx, ImportedPlan const& plan);
// The importing of the same paper again adds what is new and renames what was corrected there; nothing doubles, nothing goes.
Outcome<PlanId> import_again(storage::Transaction& tx, PlanId plan, ImportedPlan const& again);

}  // namespace lenkwerk::plan
