#include "modules/council/commands/storing.hpp"

#include "base/text.hpp"
#include "modules/budget/budget.hpp"
#include "modules/council/rules/reading_refusals.hpp"
#include "modules/council/store/papers.hpp"
#include "modules/plan/plan.hpp"
#include "platform/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lenkwerk::council {
namespace {

using PlanOutcome = Outcome<std::optional<plan::PlanId>>;

plan::ImportedPlan imported_plan(storage::Transaction& tx, Storing const& storing) {
    auto const& draft = storing.draft;
    plan::ImportedPlan plan;
    plan.title = text::trim(storing.plan_title);
    plan.motto = text::trim(storing.plan_motto);
    plan.paper = plan.source = draft.number->value;
    plan.decided_on = decided_on(draft).value_or(day_in_city(tx, tx.now()));
    plan.audience = storing.audience;
    for (auto const& field : draft.fields) plan.topics.push_back({field.number, "", field.title, field.subtitle});
    for (auto const& topic : draft.topics)
        plan.topics.push_back({topic.number, topic.parent.value_or(topic.field), topic.title, ""});
    return plan;
}

// A paper without an outline orders no plan; one whose plan is there adds to it what is new.
PlanOutcome store_plan(storage::Transaction& tx, Storing const& storing, std::optional<plan::PlanId> known) {
    if (storing.plan) return storing.plan;
    if (!known) known = store::plan_mandated_by(tx, storing.draft.number->value);
    if (storing.draft.fields.empty()) return known;
    auto const imported = imported_plan(tx, storing);
    if (!known && imported.title.empty()) return plan_title_missing();
    auto const plan = known ? plan::import_again(tx, *known, imported) : plan::import_plan(tx, imported);
    if (!plan) return plan.problems();
    return std::optional(*plan);
}

// The steps as the paper has them now: results stay with their body, and a body with a result does not vanish.
class Sequence {
public:
    Sequence(storage::Transaction& tx, PaperId paper) : tx_(tx), paper_(paper), before_(store::steps_of(tx, paper)) {}

    Outcome<Done> keep(std::vector<DraftConsultation> const& steps) {
        for (auto const& step : steps) keep_one(step);
        for (auto const& gone : before_) {
            if (gone.facts.result) return result_would_be_lost(gone.facts.body);
            store::remove_step(tx_, gone.id);
        }
        return Done{};
    }

private:
    void keep_one(DraftConsultation const& draft) {
        store::Step step{{}, paper_, {draft.body, draft.date, draft.role}, store::body_named(tx_, draft.body), ""};
        auto known = std::ranges::find_if(before_, [&](auto const& one) { return one.facts.body == draft.body; });
        if (known == before_.end()) {
            store::insert_step(tx_, step, draft.order);
            return;
        }
        step.id = known->id, step.facts.result = known->facts.result, step.note = known->note;
        store::update_step(tx_, step, draft.order);
        before_.erase(known);
    }

    storage::Transaction& tx_;
    PaperId paper_;
    std::vector<store::Step> before_;
};

budget::Grants grants_of(PaperId id, Storing const& storing, std::optional<plan::PlanId> plan) {
    budget::Grants grants{{"paper", id.value}, storing.draft.number->value, address_of(id), plan, storing.audience, {}};
    for (auto const& one : storing.draft.budget)
        grants.grants.push_back({{one.holder, one.order, one.account, one.label},
                                 {one.from, one.to, static_cast<budget::Basis>(one.basis), one.amount}});
    return grants;
}

Outcome<PaperId> put_paper(storage::Transaction& tx, std::optional<store::Paper> const& known, store::Paper paper) {
    if (!known) return store::insert_paper(tx, paper);
    paper.id = known->id, paper.version = known->version;
    if (!store::update_paper(tx, paper)) return refuse("form.changed_meanwhile");
    return paper.id;
}

void record_stored(storage::Transaction& tx, PaperId id, PaperDraft const& draft, bool again) {
    tx.record({again ? "council.imported_again" : "council.imported",
               {"paper", id.value},
               fmt::format(R"({{"consultations":{},"topics":{},"amounts":{}}})", draft.consultations.size(),
                           draft.fields.size() + draft.topics.size(), draft.budget.size())});
}

}  // namespace

Outcome<PaperId> store_paper(storage::Transaction& tx, Storing const& storing) {
    auto facts = facts_of(storing.draft);
    if (auto const allowed = check_audience(facts, storing.audience); !allowed) return allowed.problems();
    auto const known = store::paper_numbered(tx, Viewer::everything(), facts.number);
    auto const plan = store_plan(tx, storing, known ? known->plan : std::nullopt);
    if (!plan) return plan.problems();
    auto id = put_paper(tx, known, {{}, facts, *plan, storing.audience});
    if (!id) return id;
    if (auto const kept = Sequence(tx, *id).keep(storing.draft.consultations); !kept) return kept.problems();
    if (auto const kept = budget::keep_grants(tx, grants_of(*id, storing, *plan)); !kept) return kept.problems();
    if (known && known->audience != storing.audience)
        if (auto const shown = budget::show_grants(tx, {"paper", id->value}, storing.audience); !shown)
            return shown.problems();
    index_paper(tx, *id, facts, storing.audience);
    record_stored(tx, *id, storing.draft, known.has_value());
    return id;
}

void index_paper(storage::Transaction& tx, PaperId id, PaperFacts const& facts, Audience const& audience) {
    tx.index({{"paper", id.value},
              audience,
              facts.number + " " + facts.title,
              facts.draft_resolution + "\n" + facts.reasons,
              address_of(id)});
}

std::string address_of(PaperId id) { return fmt::format("/vorlagen/{}", id.value); }

}  // namespace lenkwerk::council
