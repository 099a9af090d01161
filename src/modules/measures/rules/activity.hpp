#pragma once
// What is true of an activity (Tätigkeit) and of a report on its status (Sachstand).
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "modules/measures/ids.hpp"
#include "modules/measures/rules/phase.hpp"
#include "modules/people/ids.hpp"
#include "modules/places/ids.hpp"
#include "modules/plan/ids.hpp"

#include <string>
#include <vector>

namespace lenkwerk::measures {

// Ongoing work has no end by nature; a measure (Maßnahme) is done one day.
enum class Kind { ongoing, measure };
std::string_view word(Kind kind);
std::optional<Kind> kind_of(std::string_view word);

struct ActivityDraft {
    plan::TopicId topic;
    std::string title;        // 1 to 200 characters
    std::string description;  // Markdown, at most 20,000
    Kind kind = Kind::measure;
    people::OrganisationId responsible;
    std::vector<people::OrganisationId> collaborators;  // without the responsible one
    std::vector<places::DistrictId> districts;          // none: the whole city
    std::vector<plan::GoalId> goals;
    Phase phase = Phase::idea;
    std::optional<Day> planned_start, planned_end;
    Audience audience = Audience::administration();
    bool demo = false;  // an example of the demo city, marked as such wherever it is shown
    bool operator==(ActivityDraft const&) const = default;
};
// Without doubled collaborators, districts and goals. Refuses a missing title, topic or organisation and a reversed period.
Outcome<ActivityDraft> check_activity(ActivityDraft draft);

// Who sees a part of a thing: never more people than see the thing.
Audience narrower(Audience const& whole, Audience const& part);

struct ReportDraft {
    Phase phase = Phase::running;
    std::string text;      // 1 to 5,000 characters
    std::string evidence;  // what shows that it is done: an address, a file number; needed for "done"
    Audience audience = Audience::administration();
};
// "done" carries evidence; ongoing work is stopped, never done. Any phase may follow any other: the text says why.
Outcome<ReportDraft> check_report(ReportDraft draft, Kind kind);

}  // namespace lenkwerk::measures
