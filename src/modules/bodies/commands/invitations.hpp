#pragma once
// The mail that calls the members of a body to a session, moves it or calls it off, with the entry for their calendars.
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"
#include "platform/city.hpp"
#include "platform/documents/calendar.hpp"

namespace lenkwerk::bodies {

// The job bodies.send_invitations: one mail to everybody who holds a role for the body on the day of the session, all in one
// transaction. What it says follows from the session's state when it runs.
void send_invitations(City& city, Job const& job);

// The calendar entry of a session alone, to be followed (METHOD:PUBLISH).
std::string calendar_entry(City& city, store::Body const& body, store::Session const& session,
                           i18n::Locale const& locale);

// When a session begins and ends: its clock is the city's, also on the days on which clocks change.
documents::TimedSpan span_of(SessionDraft const& session, i18n::Locale const& locale);

}  // namespace lenkwerk::bodies
