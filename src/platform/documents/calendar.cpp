#include "platform/documents/calendar.hpp"

#include <memory>
#include <mutex>
#include <stdexcept>

#include <libical/ical.h>

namespace lenkwerk::documents {

namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// libical keeps its time zones in one table of the process and fills it as it is asked.
std::mutex zones_mutex;

icaltimezone* zone_of(std::string const& name) {
    auto* const zone = icaltimezone_get_builtin_timezone(name.c_str());
    if (!zone) throw std::invalid_argument("unknown time zone: " + name);
    return zone;
}

// Seconds are enough: the format knows no smaller ones.
time_t seconds(Instant instant) {
    return static_cast<time_t>(
        std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds{instant.milliseconds}).count());
}

icaltimetype utc(Instant instant) {
    return icaltime_from_timet_with_zone(seconds(instant), 0, icaltimezone_get_utc_timezone());
}

// libical converts the clock to the zone and leaves the name of UTC on it.
icaltimetype in_zone(Instant instant, icaltimezone* zone) {
    auto time = icaltime_from_timet_with_zone(seconds(instant), 0, zone);
    time.zone = zone;
    return time;
}

icaltimetype date(Day day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year(), time.month = static_cast<int>(day.month()), time.day = static_cast<int>(day.day_of_month());
    return time;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

// The rules of the zone under its plain name, as other programs write it (libical's own begins with its address), and without those
// that ended before any session of ours.
Component rules_of(icaltimezone* zone) {
    Component rules(icalcomponent_new_clone(icaltimezone_get_component(zone)));
    if (auto* const name = icalcomponent_get_first_property(rules.get(), ICAL_TZID_PROPERTY))
        icalproperty_set_tzid(name, icaltimezone_get_location(zone));
    icaltimezone_truncate_vtimezone(rules.get(), icaltime_from_string("20000101T000000Z"), icaltime_null_time(), 0);
    return rules;
}

void add_zoned(icalcomponent* to, icalproperty* property, icaltimezone* zone) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(icaltimezone_get_location(zone)));
    add(to, property);
}

void add_when(icalcomponent* event, TimedSpan const& span, icaltimezone* zone) {
    add_zoned(event, icalproperty_new_dtstart(in_zone(span.start, zone)), zone);
    add_zoned(event, icalproperty_new_dtend(in_zone(span.end, zone)), zone);
}

// The end of whole days is the day after (RFC 5545, 3.6.1).
void add_when(icalcomponent* event, DaySpan const& span, icaltimezone*) {
    add(event, icalproperty_new_dtstart(date(span.first)));
    add(event, icalproperty_new_dtend(date(span.last + 1)));
}

void add_texts(icalcomponent* to, CalendarEvent const& event) {
    add(to, icalproperty_new_summary(event.summary.c_str()));
    if (!event.description.empty()) add(to, icalproperty_new_description(event.description.c_str()));
    if (!event.location.empty()) add(to, icalproperty_new_location(event.location.c_str()));
    if (!event.address.empty()) add(to, icalproperty_new_url(event.address.c_str()));
    if (!event.organizer.empty()) add(to, icalproperty_new_organizer(event.organizer.c_str()));
}

Component component_of(CalendarEvent const& event, icaltimezone* zone) {
    Component made(icalcomponent_new(ICAL_VEVENT_COMPONENT));
    add(made.get(), icalproperty_new_uid(event.uid.c_str()));
    add(made.get(), icalproperty_new_dtstamp(utc(event.changed_at)));
    add(made.get(), icalproperty_new_sequence(event.sequence));
    add(made.get(), icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    std::visit([&](auto const& span) { add_when(made.get(), span, zone); }, event.when);
    add_texts(made.get(), event);
    return made;
}

icalproperty_method method_of(CalendarMethod method) {
    switch (method) {
        case CalendarMethod::request: return ICAL_METHOD_REQUEST;
        case CalendarMethod::cancel: return ICAL_METHOD_CANCEL;
        case CalendarMethod::publish: break;
    }
    return ICAL_METHOD_PUBLISH;
}

Component component_of(Calendar const& calendar) {
    Component made(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(made.get(), icalproperty_new_version("2.0"));
    add(made.get(), icalproperty_new_prodid("-//Lenkwerk//Lenkwerk//DE"));
    add(made.get(), icalproperty_new_method(method_of(calendar.method)));
    if (!calendar.name.empty()) {
        auto* const name = icalproperty_new_x(calendar.name.c_str());
        icalproperty_set_x_name(name, "X-WR-CALNAME");
        add(made.get(), name);
    }
    auto* const zone = zone_of(calendar.time_zone);
    icalcomponent_add_component(made.get(), rules_of(zone).release());
    for (auto const& event : calendar.events)
        icalcomponent_add_component(made.get(), component_of(event, zone).release());
    return made;
}

}  // namespace

std::string icalendar(Calendar const& calendar) {
    std::scoped_lock const lock(zones_mutex);
    auto const component = component_of(calendar);
    std::unique_ptr<char, decltype(&std::free)> const text(icalcomponent_as_ical_string_r(component.get()), &std::free);
    return text.get();
}

}  // namespace lenkwerk::documents
