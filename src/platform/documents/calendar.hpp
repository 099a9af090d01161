#pragma once
// Calendar files (iCalendar, RFC 5545): sessions and deadlines for everybody's own calendar, and the attachment of an
// invitation. A changed event replaces the earlier one in the reader's calendar, because its UID stays and its sequence grows.
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lenkwerk::documents {

// A time of day in the city's zone, or whole days.
struct TimedSpan {
    Instant start, end;
};
struct DaySpan {
    Day first, last;  // both included
};

struct CalendarEvent {
    std::string uid;   // stays the same for ever: "session-7@base-address"
    int sequence = 0;  // grows with each change that readers have to know of
    std::variant<TimedSpan, DaySpan> when;
    std::string summary;
    std::string description = {}, location = {};
    std::string address = {};    // of the page, absolute
    std::string organizer = {};  // "mailto:" address of the office
    bool cancelled = false;
    Instant changed_at;  // when the event got this form
};

// publish: a calendar to follow · request: an invitation · cancel: it is called off (the event says cancelled, too)
enum class CalendarMethod { publish, request, cancel };

struct Calendar {
    std::string name = {};
    std::string time_zone = "Europe/Berlin";
    CalendarMethod method = CalendarMethod::publish;
    std::vector<CalendarEvent> events = {};
};

inline constexpr char const* kCalendarType = "text/calendar; charset=utf-8";

// std::invalid_argument for a time zone that the system does not know.
std::string icalendar(Calendar const& calendar);

}  // namespace lenkwerk::documents
