#pragma once
// Instants and days. Inside everything is UTC; what day it is, the city says (City::today, day_in_city), and how it is written,
// platform/i18n.
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk {

// Milliseconds since 1970-01-01T00:00Z.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(Instant const&) const = default;
    Instant operator+(std::chrono::milliseconds span) const { return {milliseconds + span.count()}; }
    Instant operator-(std::chrono::milliseconds span) const { return {milliseconds - span.count()}; }
    std::chrono::milliseconds operator-(Instant other) const {
        return std::chrono::milliseconds{milliseconds - other.milliseconds};
    }
};

// "2026-11-23T08:05:00.123Z"
std::string iso(Instant instant);

// A calendar day, always valid; compares and counts like a number.
class Day {
public:
    Day() = default;
    explicit Day(std::chrono::sys_days days) : days_(days) {}
    // "2026-11-23"; nothing for any other form and for days that do not exist.
    static std::optional<Day> parse(std::string_view iso);
    static Day of(int year, unsigned month, unsigned day);  // throws std::invalid_argument for days that do not exist

    std::string iso() const;
    std::chrono::sys_days days() const { return days_; }
    int year() const;
    unsigned month() const;
    unsigned day_of_month() const;
    Day operator+(int days) const { return Day{days_ + std::chrono::days{days}}; }
    Day operator-(int days) const { return Day{days_ - std::chrono::days{days}}; }
    int operator-(Day other) const { return static_cast<int>((days_ - other.days_).count()); }
    auto operator<=>(Day const&) const = default;

private:
    std::chrono::sys_days days_{};
};

// From the first to the last day, both included; without `last` it goes on.
struct Period {
    Day first;
    std::optional<Day> last = std::nullopt;
    bool contains(Day day) const { return first <= day && (!last || day <= *last); }
    bool operator==(Period const&) const = default;
};

// The one source of "now". Tests set it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

class SetClock final : public Clock {
public:
    explicit SetClock(Instant now) : now_(now) {}
    Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }
    void advance(std::chrono::milliseconds span) { now_ = now_ + span; }

private:
    Instant now_;
};

}  // namespace lenkwerk
