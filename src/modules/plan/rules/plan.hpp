#pragma once
// What is true of a plan as a whole: its title, its state, and how old a status may be.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/plan/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::plan {

// In this order and one step at a time; only `superseded` can come from every other one.
// Working groups start when the fields are agreed: `fields_agreed` lets them.
enum class PlanState { mandated, fields_agreed, in_working_groups, adopted, superseded };
std::string_view word(PlanState state);
PlanState plan_state_of(std::string_view word);  // throws std::invalid_argument for a word that we never stored

// After how many days without a report the status of an activity is due, overdue, stale.
struct Freshness {
    int due = 90, overdue = 120, stale = 180;
    bool operator==(Freshness const&) const = default;
};

struct PlanDraft {
    std::string title;          // 1 to 200 characters
    std::string motto;          // at most 200
    std::string mandate_paper;  // number of the paper that ordered it; may be empty
    std::optional<PlanId> predecessor = std::nullopt;
    Freshness freshness = {};
    Audience audience = Audience::administration();
};

Outcome<PlanDraft> check_plan(PlanDraft draft);
Outcome<PlanState> advance(PlanState from, PlanState to);
bool working_groups_may_start(PlanState state);

// A dated step of the project: "Auftakt", "Arbeitsgruppen", "Beschluss des Rates".
struct StepDraft {
    std::string title;
    Day due;
    std::optional<Day> done = std::nullopt;
};
Outcome<StepDraft> check_step(StepDraft draft);

}  // namespace lenkwerk::plan
