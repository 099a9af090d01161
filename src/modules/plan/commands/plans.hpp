#pragma once
// What the office does with a plan as a whole.
#include "modules/plan/rules/plan.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::plan {

Outcome<PlanId> create_plan(storage::Transaction& tx, PlanDraft const& draft);

struct PlanEdit {
    PlanId id;
    PlanDraft draft;
    std::int64_t version = 0;
};
Outcome<Done> edit_plan(storage::Transaction& tx, PlanEdit const& edit);
Outcome<Done> advance_plan(storage::Transaction& tx, PlanId id, PlanState to);

// The plan with all its living topics: publishing is an act of its own, and can be taken back.
Outcome<Done> show_plan_to(storage::Transaction& tx, PlanId id, Audience const& audience);

// A named version of the plan as it stands, with its numbers; the plan becomes "adopted" where it was in working groups.
struct Adoption {
    PlanId plan;
    std::string label;  // "Fassung 2.0"
    Day decided_on;
    std::string decision;  // "Beschluss des Rates vom 09.02.2023, 26093-22"
};
Outcome<PlanVersionId> adopt(storage::Transaction& tx, Adoption const& adoption);

Outcome<Done> add_step(storage::Transaction& tx, PlanId plan, StepDraft const& draft);
Outcome<Done> edit_step(storage::Transaction& tx, PlanId plan, std::int64_t step, StepDraft const& draft);
Outcome<Done> remove_step(storage::Transaction& tx, PlanId plan, std::int64_t step);

}  // namespace lenkwerk::plan
