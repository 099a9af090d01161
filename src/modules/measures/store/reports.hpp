#pragma once
// Status reports, status rounds and sent reminders as they are kept.
#include "modules/measures/store/activities.hpp"

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
StatusReportId insert_report(storage::Transaction& tx, Report const& report);
bool set_report_audience(storage::Transaction& tx, StatusReportId id, Audience const& audience);

struct Round {
    StatusRoundId id;
    plan::PlanId plan;
    std::string title;
    Day deadline;
    Instant opened_at;
    std::optional<Instant> closed_at;
};
struct Answer {
    people::OrganisationId organisation;
    std::string name;
    std::optional<Instant> answered_at;
};
std::vector<Round> rounds_of(storage::Reader const& reader, plan::PlanId plan);  // newest first
std::optional<Round> find_round(storage::Reader const& reader, StatusRoundId id);
std::vector<Answer> answers_of(storage::Reader const& reader, StatusRoundId id);  // by name
StatusRoundId insert_round(storage::Transaction& tx, plan::PlanId plan, std::string const& title, Day deadline);
void ask_organisation(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation);
bool note_answer(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation);
void close_round(storage::Transaction& tx, StatusRoundId id);

// Organisations that are responsible for something that is not over.
std::vector<people::OrganisationId> responsible_organisations(storage::Reader const& reader, plan::PlanId plan);

std::set<ActivityId> reminded_on(storage::Reader const& reader, Day day);
void note_reminder(storage::Transaction& tx, ActivityId activity, Day day);

}  // namespace lenkwerk::measures::store
