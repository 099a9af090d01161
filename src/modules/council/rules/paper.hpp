#pragma once
// A paper as it is kept and shown: what it says of itself, apart from its sequence, its plan and its money.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "modules/council/ids.hpp"
#include "modules/council/rules/consultation_sequence.hpp"
#include "modules/council/rules/paper_draft.hpp"

namespace lenkwerk::council {

// Empty texts: the paper does not say.
struct PaperFacts {
    std::string number, title, division, urgency;
    std::optional<Day> date;
    std::optional<bool> is_public;  // what the paper says of itself; who may see it here is its audience
    std::string draft_resolution, staff_effects, financial_effects, climate_effects, reasons, competence;
    Deviation deviation;
};
// Of an admitted draft (rules/admission.hpp).
PaperFacts facts_of(PaperDraft const& draft);

// Refuses council.paper.not_public: what calls itself not public is not shown to everyone.
Outcome<Done> check_audience(PaperFacts const& facts, Audience const& audience);

inline constexpr std::size_t kLongestNote = 500;           // characters, beside a result
Outcome<std::string> check_note(std::string const& note);  // refuses council.result.note_too_long

// The day on which the deciding body meets, or the paper's own.
std::optional<Day> decided_on(PaperDraft const& draft);

}  // namespace lenkwerk::council
