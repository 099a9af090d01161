#include "modules/plan/commands/plans.hpp"

#include "base/text.hpp"
#include "modules/plan/commands/topic_changes.hpp"
#include "modules/plan/commands/topics.hpp"
#include "modules/plan/rules/refusals.hpp"
#include "modules/plan/store/plans.hpp"

namespace lenkwerk::plan {
namespace {

storage::Event event(std::string verb, PlanId id, std::string details = "{}") {
    return {"plan." + std::move(verb), {"plan", id.value}, std::move(details)};
}

void index(storage::Transaction& tx, PlanId id, PlanDraft const& facts) {
    tx.index({{"plan", id.value}, facts.audience, facts.title, facts.motto, fmt::format("/plaene/{}", id.value)});
}

std::optional<store::Plan> load(storage::Transaction& tx, PlanId id) {
    return store::find_plan(tx, Viewer::everything(), id);
}

Outcome<PlanDraft> admissible(storage::Transaction& tx, PlanDraft const& draft) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto checked = check_plan(draft);
    if (checked && checked->predecessor && !load(tx, *checked->predecessor)) return plan_predecessor_unknown();
    return checked;
}

store::Numbers numbers_of(Tree const& tree) {
    store::Numbers numbers;
    for (auto const id : tree.in_order()) numbers.emplace(id, tree.number(id));
    return numbers;
}

// What must hold of a plan whose steps are changed.
Problems problems_of_change(storage::Transaction& tx, PlanId plan) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    return load(tx, plan) ? Problems{} : plan_unknown();
}

}  // namespace

Outcome<PlanId> create_plan(storage::Transaction& tx, PlanDraft const& draft) {
    auto const checked = admissible(tx, draft);
    if (!checked) return checked.problems();
    auto const id = store::insert_plan(tx, *checked);
    index(tx, id, *checked);
    tx.record(event("created", id));
    return id;
}

Outcome<Done> edit_plan(storage::Transaction& tx, PlanEdit const& edit) {
    auto const checked = admissible(tx, edit.draft);
    if (!checked) return checked.problems();
    auto const before = load(tx, edit.id);
    if (!before) return plan_unknown();
    if (!store::update_plan(tx, edit.id, *checked, edit.version)) return refuse("form.changed_meanwhile");
    index(tx, edit.id, *checked);
    tx.record(event("edited", edit.id));
    if (before->facts.audience != checked->audience)
        tx.record(event(checked->audience == Audience::everyone() ? "published" : "hidden", edit.id));
    return Done{};
}

Outcome<Done> advance_plan(storage::Transaction& tx, PlanId id, PlanState to) {
    if (auto problems = problems_of_change(tx, id); !problems.empty()) return problems;
    auto const state = advance(load(tx, id)->state, to);
    if (!state) return state.problems();
    store::set_state(tx, id, *state);
    tx.record(event("state_changed", id, fmt::format(R"({{"state":"{}"}})", word(*state))));
    return Done{};
}

Outcome<Done> show_plan_to(storage::Transaction& tx, PlanId id, Audience const& audience) {
    if (auto problems = problems_of_change(tx, id); !problems.empty()) return problems;
    auto plan = *load(tx, id);
    plan.facts.audience = audience;
    store::update_plan(tx, id, plan.facts, plan.version);
    index(tx, id, plan.facts);
    Changed changed;
    auto const tree = load_tree(tx, id);
    for (auto const below : tree.in_order()) {
        auto topic = tree.at(below);
        if (topic.audience == audience) continue;
        topic.audience = audience;
        changed.push_back(std::move(topic));
    }
    keep(tx, id, changed, "");
    tx.record(event(audience == Audience::everyone() ? "published" : "hidden", id, ids_json(changed)));
    return Done{};
}

Outcome<PlanVersionId> adopt(storage::Transaction& tx, Adoption const& adoption) {
    if (auto problems = problems_of_change(tx, adoption.plan); !problems.empty()) return problems;
    if (text::trim(adoption.label).empty()) return version_label_missing();
    if (text::trim(adoption.decision).empty()) return topic_decision_missing();
    auto const numbers = numbers_of(load_tree(tx, adoption.plan));
    if (numbers.empty()) return version_empty();
    store::Version const version{{},
                                 adoption.plan,
                                 "adopted",
                                 text::trim(adoption.label),
                                 tx.now(),
                                 adoption.decided_on,
                                 text::trim(adoption.decision)};
    auto const id = store::insert_version(tx, version, numbers);
    if (load(tx, adoption.plan)->state == PlanState::in_working_groups)
        store::set_state(tx, adoption.plan, PlanState::adopted);
    tx.record(event("adopted", adoption.plan, fmt::format(R"({{"version":{}}})", id.value)));
    return id;
}

Outcome<Done> add_step(storage::Transaction& tx, PlanId plan, StepDraft const& draft) {
    if (auto problems = problems_of_change(tx, plan); !problems.empty()) return problems;
    auto const checked = check_step(draft);
    if (!checked) return checked.problems();
    store::insert_step(tx, plan, *checked);
    tx.record(event("step_added", plan));
    return Done{};
}

Outcome<Done> edit_step(storage::Transaction& tx, PlanId plan, std::int64_t step, StepDraft const& draft) {
    if (auto problems = problems_of_change(tx, plan); !problems.empty()) return problems;
    auto const checked = check_step(draft);
    if (!checked) return checked.problems();
    if (!store::update_step(tx, plan, {step, *checked})) return step_unknown();
    tx.record(event("step_edited", plan, fmt::format(R"({{"step":{}}})", step)));
    return Done{};
}

Outcome<Done> remove_step(storage::Transaction& tx, PlanId plan, std::int64_t step) {
    if (auto problems = problems_of_change(tx, plan); !problems.empty()) return problems;
    if (!store::remove_step(tx, plan, step)) return step_unknown();
    tx.record(event("step_removed", plan, fmt::format(R"({{"step":{}}})", step)));
    return Done{};
}

}  // namespace lenkwerk::plan
