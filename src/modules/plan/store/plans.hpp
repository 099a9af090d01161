#pragma once
// Plans, their named versions and their project steps as they are kept.
#include "modules/plan/rules/plan.hpp"
#include "platform/storage/database.hpp"

#include <map>

namespace lenkwerk::plan::store {

struct Plan {
    PlanId id;
    PlanDraft facts;
    PlanState state = PlanState::mandated;
    std::int64_t version = 0;
};

std::optional<Plan> find_plan(storage::Reader const& reader, Viewer const& viewer, PlanId id);
// The one that is worked on: the newest that is not superseded.
std::optional<Plan> current_plan(storage::Reader const& reader, Viewer const& viewer);
std::vector<Plan> list_plans(storage::Reader const& reader, Viewer const& viewer);  // newest first
PlanId insert_plan(storage::Transaction& tx, PlanDraft const& draft);
bool update_plan(storage::Transaction& tx, PlanId id, PlanDraft const& draft, std::int64_t version);
void set_state(storage::Transaction& tx, PlanId id, PlanState state);

struct Version {
    PlanVersionId id;
    PlanId plan;
    std::string kind;  // "imported" or "adopted"
    std::string label;
    Instant taken_at;
    Day decided_on;
    std::string source;
};
using Numbers = std::map<TopicId, std::string>;

std::vector<Version> versions_of(storage::Reader const& reader, PlanId plan);  // newest first
std::optional<Version> find_version(storage::Reader const& reader, PlanVersionId id);
Numbers numbers_of(storage::Reader const& reader, PlanVersionId version);
PlanVersionId insert_version(storage::Transaction& tx, Version const& version, Numbers const& numbers);

struct Step {
    std::int64_t id = 0;
    StepDraft facts;
};
std::vector<Step> steps_of(storage::Reader const& reader, PlanId plan);  // in order of the due day
void insert_step(storage::Transaction& tx, PlanId plan, StepDraft const& draft);
bool update_step(storage::Transaction& tx, PlanId plan, Step const& step);
bool remove_step(storage::Transaction& tx, PlanId plan, std::int64_t id);

}  // namespace lenkwerk::plan::store
