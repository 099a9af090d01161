#pragma once
// Mails to those who answer for activities: a status round has begun, a report is due. They go to the accounts of the organisation,
// or to its office where nobody has one; in the reader's language, and each at most once.
#include "modules/measures/rules/freshness.hpp"
#include "platform/city.hpp"

namespace lenkwerk::measures {

// The job measures.ask_for_status: one organisation of a round that is still open.
void ask_for_status(City& city, Job const& job);

// The job measures.remind, once a day: one mail per organisation with all its activities for which a reminder falls on today
// (rules/freshness.hpp, reminder).
void remind_of_status(City& city, Job const& job);

}  // namespace lenkwerk::measures
