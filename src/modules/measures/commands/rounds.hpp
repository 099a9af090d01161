#pragma once
// The status rounds that collect what is missing before a session.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/rules/round.hpp"

namespace lenkwerk::measures {

// Asks the chosen organisations, or every one that is responsible for something that is not over; each gets a mail with its form.
Outcome<StatusRoundId> open_round(storage::Transaction& tx, plan::PlanId plan, RoundDraft const& draft, Day today);

// Keeps what somebody has written so far, as it is, right or wrong: a draft is no report, and only the organisation and the office read it.
Outcome<Done> save_answer(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                          std::vector<StatusInput> const& lines);
// What the fields of an activity begin with in a round's form, and in the problems of its answer: "a42-", as in "a42-text".
std::string prefix_of(ActivityId id);
// All activities of one organisation at once. Lines without text say "nothing to report" and are left as they are; problems carry the
// activity in their field. Nothing is kept while one line has a problem.
Outcome<Done> answer_round(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                           std::vector<StatusInput> const& lines);
// Publishes every report of the round whose activity is public; gives back how many.
Outcome<int> publish_round(storage::Transaction& tx, StatusRoundId id);
// Drafts that were never sent go.
Outcome<Done> close_round(storage::Transaction& tx, StatusRoundId id);

}  // namespace lenkwerk::measures
