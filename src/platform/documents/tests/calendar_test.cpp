#include "platform/documents/calendar.hpp"

#include "platform/documents/atom.hpp"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace lenkwerk::documents {
namespace {

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

// 2026-11-23T16:00Z, 17 o'clock in the city
constexpr Instant kStart{1795449600000}, kEnd{1795456800000};

CalendarEvent session() {
    return {.uid = "session-7@plan.example",
            .sequence = 2,
            .when = TimedSpan{kStart, kEnd},
            .summary = "Lenkungskreis, 3. Sitzung; Rathaus",
            .description = "Zeile 1\nZeile 2",
            .location = "Rathaus",
            .address = "https://plan.example/sitzungen/7",
            .changed_at = kStart};
}

TEST(Calendar, keeps_uid_and_sequence_and_says_the_time_in_the_city) {
    auto const text = icalendar({.name = "Sitzungen", .events = {session()}});
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    for (auto const* line :
         {"UID:session-7@plan.example\r\n", "SEQUENCE:2\r\n", "STATUS:CONFIRMED\r\n", "METHOD:PUBLISH\r\n",
          "DTSTART;TZID=Europe/Berlin:20261123T170000\r\n", "DTEND;TZID=Europe/Berlin:20261123T190000\r\n",
          "DTSTAMP:20261123T160000Z\r\n", "X-WR-CALNAME:Sitzungen\r\n", "DESCRIPTION:Zeile 1\\nZeile 2\r\n"})
        EXPECT_TRUE(has(text, line)) << line << text;
    EXPECT_TRUE(has(text, "SUMMARY:Lenkungskreis\\, 3. Sitzung\\; Rathaus\r\n"));
}

TEST(Calendar, explains_its_time_zone_with_summer_and_winter) {
    auto const text = icalendar({.events = {session()}});
    EXPECT_TRUE(has(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n")) << text;
    EXPECT_TRUE(has(text, "TZOFFSETTO:+0200") && has(text, "TZOFFSETTO:+0100"));
}

TEST(Calendar, ends_whole_days_on_the_day_after) {
    auto event = session();
    event.when = DaySpan{Day::of(2026, 12, 31), Day::of(2026, 12, 31)};
    auto const text = icalendar({.events = {event}});
    EXPECT_TRUE(has(text, "DTSTART;VALUE=DATE:20261231\r\n") && has(text, "DTEND;VALUE=DATE:20270101\r\n")) << text;
}

TEST(Calendar, calls_off) {
    auto event = session();
    event.cancelled = true;
    event.sequence = 3;
    auto const text = icalendar({.method = CalendarMethod::cancel, .events = {event}});
    EXPECT_TRUE(has(text, "METHOD:CANCEL\r\n") && has(text, "STATUS:CANCELLED\r\n") && has(text, "SEQUENCE:3\r\n"));
}

TEST(Calendar, lets_no_text_add_a_line) {
    auto event = session();
    event.summary = "a\r\nATTENDEE:mailto:x@evil.example";
    event.location = "b\nSTATUS:CANCELLED";
    auto const text = icalendar({.events = {event}});
    EXPECT_FALSE(has(text, "\nATTENDEE") || has(text, "\nSTATUS:CANCELLED")) << text;
}

TEST(Calendar, folds_lines_at_75_bytes) {
    auto event = session();
    event.summary = std::string(300, 'x') + "ä";
    auto const text = icalendar({.events = {event}});
    for (std::size_t from = 0; from < text.size();) {
        auto const end = text.find("\r\n", from);
        EXPECT_LE(end - from, 75U);
        from = end + 2;
    }
}

TEST(Calendar, refuses_an_unknown_time_zone) {
    EXPECT_THROW(icalendar({.time_zone = "Europe/Nowhere"}), std::invalid_argument);
}

TEST(Atom, is_xml_with_every_text_in_its_place) {
    auto const text = atom({.id = "tag:plan.example,2026:plan",
                            .title = "Plan & <mehr>",
                            .author = "Geschäftsstelle",
                            .address = "https://plan.example/",
                            .self = "https://plan.example/feed.xml",
                            .language = "de",
                            .updated = kStart,
                            .entries = {{.id = "tag:plan.example,2026:m7",
                                         .title = "Hecken \"neu\"",
                                         .address = "https://plan.example/m/7?a=1&b=2",
                                         .summary = "Kurz\x01",
                                         .updated = kEnd}}});
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str()));
    auto const feed = document.child("feed");
    EXPECT_STREQ(feed.child("title").text().get(), "Plan & <mehr>");
    EXPECT_STREQ(feed.attribute("xml:lang").value(), "de");
    EXPECT_STREQ(feed.child("updated").text().get(), "2026-11-23T16:00:00.000Z");
    EXPECT_STREQ(feed.child("entry").child("link").attribute("href").value(), "https://plan.example/m/7?a=1&b=2");
    EXPECT_STREQ(feed.child("entry").child("summary").text().get(), "Kurz\uFFFD");
}

}  // namespace
}  // namespace lenkwerk::documents
