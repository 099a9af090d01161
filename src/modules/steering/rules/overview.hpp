#pragma once
// The overview that the steering group works with: what it says, as values without a language, made of what others have read.
// Once frozen it is kept exactly so (store/overviews.hpp).
#include "base/time.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::steering {

// Two overviews of one session: what the members may read, and what anybody may.
enum class Form { body, everyone };
inline constexpr std::array kForms{Form::body, Form::everyone};
std::string_view word(Form form);  // "body", "public"
std::optional<Form> form_of(std::string_view word);

// Under which angle every field is looked at (bodies/rules/body.hpp names the same).
inline constexpr std::array<std::string_view, 3> kPerspectives{"diversity", "integration", "inclusion"};

// What happened to an activity since the last regular session; the first that holds.
enum class News { none, added, phase, reported };
std::string_view word(News news);
std::optional<News> news_of(std::string_view word);

struct Status {
    Day day;
    std::string phase, text;
    bool operator==(Status const&) const = default;
};

// One activity. The words of phase, freshness and lateness are those of measures.
struct Entry {
    std::int64_t id = 0;
    std::string topic = {};  // "3.3.1.1"
    std::string title = {}, responsible = {};
    std::string phase = {}, freshness = {}, lateness = {};
    Day last_report;
    std::optional<Day> planned_start = {}, planned_end = {};
    std::optional<Status> status = {};  // the latest that this form may show
    News news = News::none;
    std::string phase_then = {};  // at the last session, where it was another one
    bool serves_goal = false, internal = false, demo = false;
    bool operator==(Entry const&) const = default;

    bool is_overdue() const { return freshness == "overdue" || freshness == "stale"; }
    bool is_late() const { return lateness != "none"; }
};

struct Finding {
    std::string perspective, text, source;
    Day day;
    bool operator==(Finding const&) const = default;
};

// A topic that was added, renamed, moved, retired or confirmed since the last session.
struct PlanChange {
    std::int64_t topic = 0;
    std::string number, title, difference;
    bool operator==(PlanChange const&) const = default;
};

struct Counts {
    int activities = 0, with_news = 0, overdue = 0, late = 0, without_goal = 0;
    std::map<std::string, int> by_phase = {};
    bool operator==(Counts const&) const = default;
    Counts& operator+=(Counts const& more);
};

struct FieldPart {
    std::int64_t id = 0;
    std::string number = {}, title = {}, subtitle = {};
    Counts counts = {};
    std::vector<Entry> entries = {};  // in the order of the plan
    std::vector<std::string> goals_without_activities = {};
    std::vector<Finding> findings = {};
    std::vector<PlanChange> changes = {};
    bool operator==(FieldPart const&) const = default;

    std::vector<Finding const*> findings_of(std::string_view perspective) const;
};

// A new development that somebody filed: not answered yet, or answered since the last session.
struct SignalLine {
    std::int64_t id = 0;
    std::string title = {}, reaction = {};  // reaction: empty while there is none
    Day filed_on;
    std::optional<Day> reacted_on = {};
    int days = 0;  // until the first reaction, or until the overview was made
    bool operator==(SignalLine const&) const = default;
};

struct Overview {
    std::string plan = {}, body = {};
    std::int64_t session = 0;
    Day day;  // of the session
    int start_minute = 0;
    std::string place = {};
    Form form = Form::body;
    Day made_on;
    std::optional<Day> since = {};  // the last regular session; nothing at the first one
    Counts counts = {};
    std::vector<FieldPart> fields = {};
    std::vector<std::string> goals_without_activities = {};  // of the plan as a whole
    std::vector<PlanChange> changes = {};                    // of topics that stand in no field any more
    std::vector<SignalLine> signals = {};
    bool operator==(Overview const&) const = default;
};

// Sums up what stands in `entries`.
Counts count(std::vector<Entry> const& entries);
// Fills the counts of every field and of the whole.
void sum_up(Overview& overview);

}  // namespace lenkwerk::steering
