#include "modules/council/rules/paper.hpp"

#include "base/text.hpp"

#include <ranges>

namespace lenkwerk::council {
namespace {

std::string text_of(std::optional<FoundText> const& found) { return found ? found->value : std::string(); }

}  // namespace

PaperFacts facts_of(PaperDraft const& draft) {
    PaperFacts facts;
    facts.number = text_of(draft.number);
    facts.title = text_of(draft.title);
    facts.division = text_of(draft.division);
    facts.urgency = text_of(draft.urgency);
    if (draft.date) facts.date = draft.date->value;
    if (draft.is_public) facts.is_public = draft.is_public->value;
    facts.draft_resolution = text_of(draft.draft_resolution);
    facts.staff_effects = text_of(draft.staff_effects);
    facts.financial_effects = text_of(draft.financial_effects);
    facts.climate_effects = text_of(draft.climate_effects);
    facts.reasons = text_of(draft.reasons);
    facts.competence = text_of(draft.competence);
    if (draft.deviation) facts.deviation = {true, draft.deviation->reason.value_or("")};
    return facts;
}

Outcome<Done> check_audience(PaperFacts const& facts, Audience const& audience) {
    auto const is_closed = facts.is_public.has_value() && !*facts.is_public;
    if (is_closed && audience == Audience::everyone()) return refuse("council.paper.not_public", "audience");
    return Done{};
}

Outcome<std::string> check_note(std::string const& note) {
    auto trimmed = text::trim(note);
    if (text::length(trimmed) > kLongestNote) return refuse("council.result.note_too_long", "note");
    return trimmed;
}

std::optional<Day> decided_on(PaperDraft const& draft) {
    for (auto const& step : draft.consultations | std::views::reverse)
        if (decides(step.role) && step.date) return step.date;
    return draft.date ? std::optional(draft.date->value) : std::nullopt;
}

}  // namespace lenkwerk::council
