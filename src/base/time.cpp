#include "base/time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace lenkwerk {
namespace {

std::chrono::year_month_day parts(Day day) { return std::chrono::year_month_day{day.days()}; }

// A number of exactly the width of `digits`; nothing where another sign stands.
std::optional<int> digits_only(std::string_view digits) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    bool const whole = error == std::errc{} && end == digits.data() + digits.size() && digits.front() != '-';
    return whole ? std::optional{value} : std::nullopt;
}

std::optional<Day> existing(int year, unsigned month, unsigned day) {
    auto const date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    return date.ok() ? std::optional{Day{std::chrono::sys_days{date}}} : std::nullopt;
}

}  // namespace

std::optional<Day> Day::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    auto const year = digits_only(iso.substr(0, 4));
    auto const month = digits_only(iso.substr(5, 2));
    auto const day = digits_only(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return existing(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

Day Day::of(int year, unsigned month, unsigned day) {
    if (auto const found = existing(year, month, day)) return *found;
    throw std::invalid_argument(fmt::format("there is no day {}-{}-{}", year, month, day));
}

std::string Day::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day_of_month()); }
int Day::year() const { return static_cast<int>(parts(*this).year()); }
unsigned Day::month() const { return static_cast<unsigned>(parts(*this).month()); }
unsigned Day::day_of_month() const { return static_cast<unsigned>(parts(*this).day()); }

std::string iso(Instant instant) {
    using namespace std::chrono;
    auto const time = sys_time<milliseconds>{milliseconds{instant.milliseconds}};
    auto const day = floor<days>(time);
    auto const clock = hh_mm_ss{time - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Day{day}.iso(), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count(), clock.subseconds().count());
}

Instant SystemClock::now() const {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace lenkwerk
