#include "modules/plan/store/plans.hpp"

namespace lenkwerk::plan::store {
namespace {

Plan plan_of(storage::Row const& row) {
    Freshness const freshness{static_cast<int>(row.number(6)), static_cast<int>(row.number(7)),
                              static_cast<int>(row.number(8))};
    PlanDraft facts{row.text(1), row.text(2), row.text(3), row.maybe_id<PlanId>(4), freshness, row.audience(9)};
    return {row.id<PlanId>(0), std::move(facts), plan_state_of(row.text(5)), row.number(10)};
}

Version version_of(storage::Row const& row) {
    return {row.id<PlanVersionId>(0), row.id<PlanId>(1), row.text(2), row.text(3),
            row.instant(4),           row.day(5),        row.text(6)};
}

}  // namespace

std::optional<Plan> find_plan(storage::Reader const& reader, Viewer const& viewer, PlanId id) {
    return reader.first(R"(
        SELECT id, title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience, version
        FROM plan_plans WHERE id = $1 AND may_see($2, audience))",
                        {id, viewer}, plan_of);
}

std::optional<Plan> current_plan(storage::Reader const& reader, Viewer const& viewer) {
    return reader.first(R"(
        SELECT id, title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience, version
        FROM plan_plans WHERE state <> 'superseded' AND may_see($1, audience) ORDER BY id DESC LIMIT 1)",
                        {viewer}, plan_of);
}

std::vector<Plan> list_plans(storage::Reader const& reader, Viewer const& viewer) {
    return reader.all(R"(
        SELECT id, title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience, version
        FROM plan_plans WHERE may_see($1, audience) ORDER BY CASE state WHEN 'superseded' THEN 1 ELSE 0 END, id DESC)",
                      {viewer}, plan_of);
}

PlanId insert_plan(storage::Transaction& tx, PlanDraft const& draft) {
    auto const& days = draft.freshness;
    return {tx.insert(R"(
        INSERT INTO plan_plans (title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience, version)
        VALUES ($1, $2, $3, $4, 'mandated', $5, $6, $7, $8, 1) RETURNING id)",
                      {draft.title, draft.motto, draft.mandate_paper, draft.predecessor, days.due, days.overdue,
                       days.stale, draft.audience})};
}

bool update_plan(storage::Transaction& tx, PlanId id, PlanDraft const& draft, std::int64_t version) {
    auto const& days = draft.freshness;
    return tx.change(R"(
        UPDATE plan_plans SET title = $3, motto = $4, mandate_paper = $5, predecessor_id = $6, due_after = $7, overdue_after = $8,
               stale_after = $9, audience = $10, version = version + 1
        WHERE id = $1 AND version = $2)",
                     {id, version, draft.title, draft.motto, draft.mandate_paper, draft.predecessor, days.due,
                      days.overdue, days.stale, draft.audience}) == 1;
}

void set_state(storage::Transaction& tx, PlanId id, PlanState state) {
    tx.change("UPDATE plan_plans SET state = $2, version = version + 1 WHERE id = $1", {id, word(state)});
}

std::vector<Version> versions_of(storage::Reader const& reader, PlanId plan) {
    return reader.all(R"(
        SELECT id, plan_id, kind, label, taken_at, decided_on, source FROM plan_versions
        WHERE plan_id = $1 ORDER BY taken_at DESC, id DESC)",
                      {plan}, version_of);
}

std::optional<Version> find_version(storage::Reader const& reader, PlanVersionId id) {
    return reader.first(
        "SELECT id, plan_id, kind, label, taken_at, decided_on, source FROM plan_versions WHERE id = $1", {id},
        version_of);
}

Numbers numbers_of(storage::Reader const& reader, PlanVersionId version) {
    Numbers numbers;
    reader.each("SELECT topic_id, number FROM plan_version_numbers WHERE version_id = $1", {version},
                [&](storage::Row const& row) { numbers.emplace(row.id<TopicId>(0), row.text(1)); });
    return numbers;
}

PlanVersionId insert_version(storage::Transaction& tx, Version const& version, Numbers const& numbers) {
    PlanVersionId const id{
        tx.insert(R"(
        INSERT INTO plan_versions (plan_id, kind, label, taken_at, decided_on, source) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)",
                  {version.plan, version.kind, version.label, version.taken_at, version.decided_on, version.source})};
    for (auto const& [topic, number] : numbers)
        tx.change("INSERT INTO plan_version_numbers (version_id, topic_id, number) VALUES ($1, $2, $3)",
                  {id, topic, number});
    return id;
}

std::vector<Step> steps_of(storage::Reader const& reader, PlanId plan) {
    return reader.all(
        "SELECT id, title, due, done FROM plan_steps WHERE plan_id = $1 ORDER BY due, id", {plan},
        [](storage::Row const& row) { return Step{row.number(0), {row.text(1), row.day(2), row.maybe_day(3)}}; });
}

void insert_step(storage::Transaction& tx, PlanId plan, StepDraft const& draft) {
    tx.change("INSERT INTO plan_steps (plan_id, title, due, done) VALUES ($1, $2, $3, $4)",
              {plan, draft.title, draft.due, draft.done});
}

bool update_step(storage::Transaction& tx, PlanId plan, Step const& step) {
    return tx.change("UPDATE plan_steps SET title = $3, due = $4, done = $5 WHERE id = $1 AND plan_id = $2",
                     {step.id, plan, step.facts.title, step.facts.due, step.facts.done}) == 1;
}

bool remove_step(storage::Transaction& tx, PlanId plan, std::int64_t id) {
    return tx.change("DELETE FROM plan_steps WHERE id = $1 AND plan_id = $2", {id, plan}) == 1;
}

}  // namespace lenkwerk::plan::store
