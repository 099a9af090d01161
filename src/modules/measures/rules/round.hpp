#pragma once
// What is true of a status round (Sachstandsrunde): what is asked, of whom, until when; and who has answered in time.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/people/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::measures {

struct RoundDraft {
    std::string title;                                       // 1 to 200 characters
    Day deadline;                                            // not before today
    std::optional<Period> period = std::nullopt;             // which time the reports are about
    std::vector<people::OrganisationId> organisations = {};  // none: everybody who is responsible for something open
};
// Refuses a missing title, a deadline that has passed and a reversed period.
Outcome<RoundDraft> check_round(RoundDraft draft, Day today);

// Those of `chosen` (all, where nothing was chosen) who are responsible for something that is not over.
std::vector<people::OrganisationId> asked(std::vector<people::OrganisationId> const& chosen,
                                          std::vector<people::OrganisationId> const& responsible);

enum class AnswerState { waiting, overdue, answered, answered_late };
std::string_view word(AnswerState state);
// `answered`: the day of the last answer.
AnswerState answer_state(std::optional<Day> answered, Day deadline, Day today);

}  // namespace lenkwerk::measures
