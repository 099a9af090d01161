#pragma once
// Status reports and sent reminders as they are kept.
#include "modules/measures/store/rounds.hpp"

#include <set>

namespace lenkwerk::measures::store {

struct Report {
    StatusReportId id;
    ActivityId activity;
    Instant reported_at;
    std::string reported_by;  // signature
    Day day;
    ReportDraft facts;
    std::optional<StatusRoundId> round;
};
// Newest first. What the reader may not see is left out.
std::vector<Report> reports_of(storage::Reader const& reader, Reading const& reading, ActivityId activity);
std::optional<Report> latest_report(storage::Reader const& reader, Reading const& reading, ActivityId activity);
// What was reported in the round of activities that the reader may see, newest first.
std::vector<Report> reports_of_round(storage::Reader const& reader, Reading const& reading, StatusRoundId id);
StatusReportId insert_report(storage::Transaction& tx, Report const& report);
bool set_report_audience(storage::Transaction& tx, StatusReportId id, Audience const& audience);

std::optional<Report> find_report(storage::Reader const& reader, Reading const& reading, StatusReportId id);

std::set<ActivityId> reminded_on(storage::Reader const& reader, Day day);
void note_reminder(storage::Transaction& tx, ActivityId activity, Day day);

}  // namespace lenkwerk::measures::store
