#pragma once
// How a row of a table of activities is read (rules/table.hpp): names become ids, days and words are understood, and what an empty
// cell means: of a new activity nothing, of a known one "as it is".
#include "modules/measures/rules/table.hpp"

namespace lenkwerk::measures {

// Names in lower case and what they mean; what stands there already.
struct KnownNames {
    std::map<std::string, plan::TopicId> topics;  // by number, by title, by both
    std::map<std::string, people::OrganisationId> organisations;
    std::map<std::string, places::DistrictId> districts;
    std::map<std::string, plan::GoalId> goals;
    std::map<ActivityId, ActivityDraft> activities;
};

struct ActivityRow {
    std::optional<ActivityId> known;  // none: a new one
    ActivityDraft draft;
    bool changes = true;  // a known one that is already so does not change
};

// Columns: number, topic, title, kind, responsible, collaborators, districts, goals, phase, start, end, audience, description.
// A row without a number is the known activity of the same title and topic, if there is one, so that reading the same table again
// doubles nothing. The phase of a known activity changes by status reports alone.
Outcome<ActivityRow> read_activity_row(Cells const& cells, KnownNames const& names, TableWords const& words);

}  // namespace lenkwerk::measures
