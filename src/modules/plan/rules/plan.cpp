#include "modules/plan/rules/plan.hpp"

#include "base/text.hpp"

#include <array>
#include <stdexcept>

namespace lenkwerk::plan {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::array kStates{PlanState::mandated, PlanState::fields_agreed, PlanState::in_working_groups,
                             PlanState::adopted, PlanState::superseded};

bool is_line(std::string const& text) { return text::length(text) <= kLongestTitle; }

}  // namespace

std::string_view word(PlanState state) {
    switch (state) {
        case PlanState::mandated: return "mandated";
        case PlanState::fields_agreed: return "fields_agreed";
        case PlanState::in_working_groups: return "in_working_groups";
        case PlanState::adopted: return "adopted";
        case PlanState::superseded: return "superseded";
    }
    throw std::logic_error("unknown state of a plan");
}

PlanState plan_state_of(std::string_view text) {
    for (auto const state : kStates)
        if (word(state) == text) return state;
    throw std::invalid_argument("no state of a plan: " + std::string(text));
}

Outcome<PlanDraft> check_plan(PlanDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.motto = text::squeeze(draft.motto);
    draft.mandate_paper = text::squeeze(draft.mandate_paper);
    Problems problems;
    if (draft.title.empty()) problems.push_back({"plan.plan.title_missing", "title"});
    for (auto const& [text, field] :
         {std::pair{draft.title, "title"}, {draft.motto, "motto"}, {draft.mandate_paper, "mandate_paper"}})
        if (!is_line(text)) problems.push_back({"plan.plan.too_long", field, {{"most", std::int64_t{kLongestTitle}}}});
    auto const& days = draft.freshness;
    if (days.due < 1 || days.overdue <= days.due || days.stale <= days.overdue || days.stale > 3650)
        problems.push_back({"plan.plan.freshness_out_of_order", "due"});
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<PlanState> advance(PlanState from, PlanState to) {
    if (from == PlanState::superseded) return refuse("plan.plan.superseded", "state");
    bool const next = static_cast<int>(to) == static_cast<int>(from) + 1;
    if (!next && to != PlanState::superseded) return refuse("plan.plan.state_out_of_order", "state");
    return to;
}

bool working_groups_may_start(PlanState state) {
    return state == PlanState::fields_agreed || state == PlanState::in_working_groups || state == PlanState::adopted;
}

Outcome<StepDraft> check_step(StepDraft draft) {
    draft.title = text::squeeze(draft.title);
    if (draft.title.empty()) return refuse("plan.step.title_missing", "title");
    if (!is_line(draft.title))
        return refuse("plan.step.title_too_long", "title", {{"most", std::int64_t{kLongestTitle}}});
    return draft;
}

}  // namespace lenkwerk::plan
