#pragma once
// A signal: a new development between two sessions (a storm, an incident, a series of complaints), and the first reaction to it.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/bodies/ids.hpp"

#include <array>
#include <optional>
#include <string>

namespace lenkwerk::steering {

struct SignalDraft {
    bodies::BodyId body;  // whom it is for
    std::string title;    // 1 to 200 characters
    std::string text;     // at most 5,000
    Audience audience = Audience::administration();
};
Outcome<SignalDraft> check_signal(SignalDraft draft);

// What counts as a reaction (mission, "Steering group"): to have taken note of it does not.
inline constexpr std::array<std::string_view, 4> kReactions{"decision", "plan_change", "measure", "no_action"};

struct ReactionDraft {
    std::string kind;    // of kReactions
    std::string reason;  // 1 to 1,000 characters: what was done, or why nothing is
    Day day;
};
// Refuses a day before the signal and one that lies ahead.
Outcome<ReactionDraft> check_reaction(ReactionDraft draft, Day filed_on, Day today);

}  // namespace lenkwerk::steering
