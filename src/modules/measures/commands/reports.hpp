#pragma once
// Reporting the status of an activity, and the status rounds that collect what is missing before a session.
#include "modules/measures/commands/activities.hpp"

#include <map>

namespace lenkwerk::measures {

struct StatusInput {
    ActivityId activity;
    ReportDraft report;
    Day day;  // of the status; not ahead of today
    std::optional<StatusRoundId> round = std::nullopt;
};
// The phase of the report becomes the activity's; its freshness begins anew.
Outcome<StatusReportId> report_status(storage::Transaction& tx, StatusInput const& input);
Outcome<Done> show_report(storage::Transaction& tx, StatusReportId id, Audience const& audience);

// Asks every organisation that is responsible for something that is not over; each gets a mail with its form.
Outcome<StatusRoundId> open_round(storage::Transaction& tx, plan::PlanId plan, std::string const& title, Day deadline,
                                  Day today);
// All activities of one organisation at once. Lines without text say "nothing new" and are left as they are; problems carry the
// activity in their field: "42.text". Nothing is kept while one line has a problem.
Outcome<Done> answer_round(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation,
                           std::vector<StatusInput> const& lines);
Outcome<Done> close_round(storage::Transaction& tx, StatusRoundId id);

}  // namespace lenkwerk::measures
