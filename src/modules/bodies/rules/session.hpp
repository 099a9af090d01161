#pragma once
// Sessions of a body: the series that makes the regular ones, and the life of each.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/bodies/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::bodies {

// "Every third month on the second Thursday, 14:00, Rathaus": the weekday and its place in the month are those of the first day.
struct SeriesDraft {
    Day first;
    int every_months = 3;        // 1 to 24
    int start_minute = 14 * 60;  // since midnight in the city
    int minutes = 120;           // 15 to 720
    std::string place;           // 1 to 200 characters
    std::optional<Day> last = std::nullopt;
    int invitation_days = 14;  // the invitation goes out so many days before: 1 to 60
};
Outcome<SeriesDraft> check_series(SeriesDraft draft);

// The days of the series from `from` on, at most `most`. A fifth weekday that a month lacks is its last such weekday.
std::vector<Day> days_of(SeriesDraft const& series, Day from, int most);

enum class SessionKind { regular, extraordinary };
std::string_view word(SessionKind kind);
std::optional<SessionKind> session_kind_of(std::string_view word);

// planned → invited → held; cancelled from planned and invited.
enum class SessionState { planned, invited, held, cancelled };
std::string_view word(SessionState state);
SessionState session_state_of(std::string_view word);  // throws std::invalid_argument for a word that we never stored
Outcome<SessionState> advance(SessionState from, SessionState to);

// Only regular sessions of a steering group give binding verdicts, and only with them they end.
bool ends_with_verdicts(std::string_view body_kind, SessionKind kind);

struct SessionDraft {
    SessionKind kind = SessionKind::regular;
    Day day;
    int start_minute = 14 * 60;
    int minutes = 120;
    std::string place;
};
Outcome<SessionDraft> check_session(SessionDraft draft);

// "14:05" → 845; nothing for another form.
std::optional<int> minute_of(std::string_view clock);
std::string clock_of(int minute);

}  // namespace lenkwerk::bodies
