#include "modules/bodies/rules/session.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace lenkwerk::bodies {
namespace {

constexpr std::size_t kLongestPlace = 200;
constexpr int kMinutesOfDay = 24 * 60;

Problems problems_of_time(int start_minute, int minutes, std::string const& place) {
    Problems problems;
    if (start_minute < 0 || start_minute >= kMinutesOfDay)
        problems.push_back({"bodies.session.start_out_of_range", "start"});
    if (minutes < 15 || minutes > 720) problems.push_back({"bodies.session.length_out_of_range", "minutes"});
    if (place.empty()) problems.push_back({"bodies.session.place_missing", "place"});
    if (text::length(place) > kLongestPlace)
        problems.push_back({"bodies.session.place_too_long", "place", {{"most", std::int64_t{kLongestPlace}}}});
    return problems;
}

// The `index`-th (1 to 5) `weekday` of a month, or its last one where it has no fifth.
Day nth_weekday(std::chrono::year_month month, std::chrono::weekday weekday, unsigned index) {
    std::chrono::year_month_weekday const day{month.year(), month.month(), weekday[index]};
    if (day.ok()) return Day{std::chrono::sys_days{day}};
    return Day{std::chrono::sys_days{month / weekday[std::chrono::last]}};
}

}  // namespace

Outcome<SeriesDraft> check_series(SeriesDraft draft) {
    draft.place = text::squeeze(draft.place);
    auto problems = problems_of_time(draft.start_minute, draft.minutes, draft.place);
    if (draft.every_months < 1 || draft.every_months > 24)
        problems.push_back({"bodies.series.interval_out_of_range", "every_months"});
    if (draft.invitation_days < 1 || draft.invitation_days > 60)
        problems.push_back({"bodies.series.invitation_out_of_range", "invitation_days"});
    if (draft.last && *draft.last < draft.first) problems.push_back({"bodies.series.period_reversed", "last"});
    if (!problems.empty()) return problems;
    return draft;
}

std::vector<Day> days_of(SeriesDraft const& series, Day from, int most) {
    std::chrono::year_month_weekday const first{series.first.days()};
    std::vector<Day> days;
    for (int step = 0; static_cast<int>(days.size()) < most; ++step) {
        auto const month = first.year() / first.month() + std::chrono::months{step * series.every_months};
        auto const day = nth_weekday(month, first.weekday(), first.index());
        if (series.last && day > *series.last) break;
        if (day >= from) days.push_back(day);
    }
    return days;
}

std::string_view word(SessionKind kind) { return kind == SessionKind::regular ? "regular" : "extraordinary"; }

std::optional<SessionKind> session_kind_of(std::string_view text) {
    for (auto const kind : {SessionKind::regular, SessionKind::extraordinary})
        if (word(kind) == text) return kind;
    return std::nullopt;
}

std::string_view word(SessionState state) {
    switch (state) {
        case SessionState::planned: return "planned";
        case SessionState::invited: return "invited";
        case SessionState::held: return "held";
        case SessionState::cancelled: return "cancelled";
    }
    throw std::logic_error("unknown state of a session");
}

SessionState session_state_of(std::string_view text) {
    for (auto const state : {SessionState::planned, SessionState::invited, SessionState::held, SessionState::cancelled})
        if (word(state) == text) return state;
    throw std::invalid_argument("no state of a session: " + std::string(text));
}

Outcome<SessionState> advance(SessionState from, SessionState to) {
    bool const is_over = from == SessionState::held || from == SessionState::cancelled;
    bool const next = static_cast<int>(to) == static_cast<int>(from) + 1;
    if (is_over || (!next && to != SessionState::cancelled)) return refuse("bodies.session.state_out_of_order");
    return to;
}

bool ends_with_verdicts(std::string_view body_kind, SessionKind kind) {
    return body_kind == "steering_group" && kind == SessionKind::regular;
}

Outcome<SessionDraft> check_session(SessionDraft draft) {
    draft.place = text::squeeze(draft.place);
    auto problems = problems_of_time(draft.start_minute, draft.minutes, draft.place);
    if (!problems.empty()) return problems;
    return draft;
}

std::optional<int> minute_of(std::string_view clock) {
    auto const digit = [&](std::size_t at) { return clock[at] >= '0' && clock[at] <= '9' ? clock[at] - '0' : 1000; };
    if (clock.size() != 5 || clock[2] != ':') return std::nullopt;
    int const hours = digit(0) * 10 + digit(1);
    int const minutes = digit(3) * 10 + digit(4);
    return hours < 24 && minutes < 60 ? std::optional{hours * 60 + minutes} : std::nullopt;
}

std::string clock_of(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

}  // namespace lenkwerk::bodies
