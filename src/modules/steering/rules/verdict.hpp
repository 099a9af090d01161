#pragma once
// The verdict of a regular session on a field of action (mission, "Steering group").
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/bodies/ids.hpp"
#include "modules/plan/ids.hpp"

#include <array>
#include <optional>
#include <string>

namespace lenkwerk::steering {

// postponed: the session was broken off before it came to this field.
inline constexpr std::array<std::string_view, 5> kVerdicts{"unchanged", "amend", "extend", "needs_work", "postponed"};

struct VerdictDraft {
    plan::TopicId field;
    std::string verdict;                                 // of kVerdicts
    std::string reason = {};                             // at most 1,000 characters; only "unchanged" needs none
    std::optional<bodies::BodyId> group = std::nullopt;  // of "needs_work": who works on it
    std::optional<Day> until = std::nullopt;             // and until when: after the session
    Audience audience = Audience::administration();
};
// Group and day are dropped where the verdict is another one.
Outcome<VerdictDraft> check_verdict(VerdictDraft draft, Day session_day);

}  // namespace lenkwerk::steering
