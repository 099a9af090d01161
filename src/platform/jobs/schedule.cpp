#include "platform/jobs/schedule.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <unicode/gregocal.h>

#include <charconv>

namespace lenkwerk::jobs {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

[[noreturn]] void refuse_wording(std::string_view when) {
    throw std::invalid_argument(
        fmt::format("no schedule: \"{}\"; write \"every 15 minutes\", \"every 6 hours\", \"daily 06:00\" or \"weekly "
                    "monday 06:00\"",
                    when));
}

int number_in(std::string_view digits, int most, std::string_view when) {
    int number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0 || number > most)
        refuse_wording(when);
    return number;
}

Instant next_interval(std::string_view count, std::string_view unit, Instant after, std::string_view when) {
    if (unit != "minutes" && unit != "hours") refuse_wording(when);
    std::int64_t const minutes = number_in(count, 10'000, when) * (unit == "hours" ? 60 : 1);
    if (minutes == 0) refuse_wording(when);
    auto const span = minutes * 60'000;
    return {(after.milliseconds / span + 1) * span};
}

void check(UErrorCode error) {
    if (U_FAILURE(error)) throw std::runtime_error(fmt::format("ICU calendar: {}", u_errorName(error)));
}

class LocalCalendar {
public:
    LocalCalendar(std::string const& time_zone, Instant at)
        : calendar_(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)), error_) {
        check(error_);
        calendar_.setTime(static_cast<UDate>(at.milliseconds), error_);
    }
    // Today at this local time.
    void set_clock(int hour, int minute) {
        calendar_.set(UCAL_HOUR_OF_DAY, hour);
        calendar_.set(UCAL_MINUTE, minute);
        calendar_.set(UCAL_SECOND, 0);
        calendar_.set(UCAL_MILLISECOND, 0);
    }
    void add_day() { calendar_.add(UCAL_DATE, 1, error_); }
    int weekday() { return calendar_.get(UCAL_DAY_OF_WEEK, error_) - UCAL_SUNDAY; }
    Instant instant() {
        auto const time = calendar_.getTime(error_);
        check(error_);
        return {static_cast<std::int64_t>(time)};
    }

private:
    UErrorCode error_ = U_ZERO_ERROR;
    icu::GregorianCalendar calendar_;
};

Instant next_clock(std::string_view clock, std::optional<int> weekday, Instant after, std::string const& time_zone,
                   std::string_view when) {
    if (clock.size() != 5 || clock[2] != ':') refuse_wording(when);
    int const hour = number_in(clock.substr(0, 2), 23, when), minute = number_in(clock.substr(3), 59, when);
    LocalCalendar calendar{time_zone, after};
    calendar.set_clock(hour, minute);
    while (calendar.instant() <= after || (weekday && calendar.weekday() != *weekday)) {
        calendar.add_day();
        calendar.set_clock(hour, minute);
    }
    return calendar.instant();
}

}  // namespace

Instant next_time(std::string_view when, Instant after, std::string const& time_zone) {
    auto const words = text::split(when, ' ');
    if (words.size() == 3 && words[0] == "every") return next_interval(words[1], words[2], after, when);
    if (words.size() == 2 && words[0] == "daily") return next_clock(words[1], std::nullopt, after, time_zone, when);
    auto const day = words.size() == 3 && words[0] == "weekly" ? std::find(kWeekdays.begin(), kWeekdays.end(), words[1])
                                                               : kWeekdays.end();
    if (day == kWeekdays.end()) refuse_wording(when);
    return next_clock(words[2], static_cast<int>(day - kWeekdays.begin()), after, time_zone, when);
}

}  // namespace lenkwerk::jobs
