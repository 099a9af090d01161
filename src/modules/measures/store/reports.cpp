#include "modules/measures/store/reports.hpp"

namespace lenkwerk::measures::store {
namespace {

Report report_of(storage::Row const& row) {
    return {row.id<StatusReportId>(0),
            row.id<ActivityId>(1),
            row.instant(2),
            row.text(3),
            row.day(4),
            {phase_of(row.text(5)).value(), row.text(6), row.text(7), row.audience(9)},
            row.maybe_id<StatusRoundId>(8)};
}

}  // namespace

std::vector<Report> reports_of(storage::Reader const& reader, Reading const& reading, ActivityId activity) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE r.activity_id = $1 AND (may_see($2, r.audience) OR may_see($3, a.responsible_word))
        ORDER BY r.reported_at DESC, r.id DESC)",
                      {activity, reading.viewer, reading.own_words()}, report_of);
}

std::optional<Report> latest_report(storage::Reader const& reader, Reading const& reading, ActivityId activity) {
    return reader.first(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE r.activity_id = $1 AND (may_see($2, r.audience) OR may_see($3, a.responsible_word))
        ORDER BY r.reported_at DESC, r.id DESC LIMIT 1)",
                        {activity, reading.viewer, reading.own_words()}, report_of);
}

std::vector<Report> reports_of_round(storage::Reader const& reader, Reading const& reading, StatusRoundId id) {
    return reader.all(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE r.round_id = $1 AND (may_see($2, r.audience) OR may_see($3, a.responsible_word))
        ORDER BY r.reported_at DESC, r.id DESC)",
                      {id, reading.viewer, reading.own_words()}, report_of);
}

StatusReportId insert_report(storage::Transaction& tx, Report const& report) {
    auto const& facts = report.facts;
    return {tx.insert(R"(
        INSERT INTO measures_status_reports (activity_id, reported_at, reported_by, day, phase, text, evidence, round_id, audience)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)",
                      {report.activity, tx.now(), tx.actor().signature(), report.day, word(facts.phase), facts.text,
                       facts.evidence, report.round, facts.audience})};
}

bool set_report_audience(storage::Transaction& tx, StatusReportId id, Audience const& audience) {
    return tx.change("UPDATE measures_status_reports SET audience = $2 WHERE id = $1", {id, audience}) == 1;
}

std::optional<Report> find_report(storage::Reader const& reader, Reading const& reading, StatusReportId id) {
    return reader.first(R"(
        SELECT r.id, r.activity_id, r.reported_at, r.reported_by, r.day, r.phase, r.text, r.evidence, r.round_id, r.audience
        FROM measures_status_reports r JOIN measures_current_activities a ON a.id = r.activity_id
        WHERE r.id = $1 AND (may_see($2, r.audience) OR may_see($3, a.responsible_word)))",
                        {id, reading.viewer, reading.own_words()}, report_of);
}

std::set<ActivityId> reminded_on(storage::Reader const& reader, Day day) {
    std::set<ActivityId> found;
    reader.each("SELECT activity_id FROM measures_reminders WHERE day = $1", {day},
                [&](storage::Row const& row) { found.insert(row.id<ActivityId>(0)); });
    return found;
}

void note_reminder(storage::Transaction& tx, ActivityId activity, Day day) {
    tx.change("INSERT INTO measures_reminders (activity_id, day) VALUES ($1, $2)", {activity, day});
}

}  // namespace lenkwerk::measures::store
