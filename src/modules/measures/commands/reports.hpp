#pragma once
// Reporting the status of an activity, and who may see the report.
#include "modules/measures/commands/activities.hpp"

namespace lenkwerk::measures {

struct StatusInput {
    ActivityId activity;
    ReportDraft report;
    Day day;  // of the status; not ahead of today
    std::optional<StatusRoundId> round = std::nullopt;
};
// The phase of the latest status becomes the activity's, and its freshness begins anew; a report of an earlier day changes neither.
Outcome<StatusReportId> report_status(storage::Transaction& tx, StatusInput const& input);
Outcome<Done> show_report(storage::Transaction& tx, StatusReportId id, Audience const& audience);

}  // namespace lenkwerk::measures
