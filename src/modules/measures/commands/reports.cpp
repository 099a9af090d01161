#include "modules/measures/commands/reports.hpp"

#include "modules/measures/commands/search.hpp"
#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/store/reports.hpp"

namespace lenkwerk::measures {
namespace {

storage::Event event(std::string verb, Subject subject, std::string details = "{}") {
    return {"measures." + std::move(verb), std::move(subject), std::move(details)};
}

}  // namespace

Outcome<StatusReportId> report_status(storage::Transaction& tx, StatusInput const& input) {
    auto activity = store::find_activity(tx, {Viewer::everything()}, input.activity);
    if (!activity) return activity_unknown();
    if (!tx.actor().may(kReport, {"organisation", activity->facts.responsible.value})) return refuse("access.denied");
    auto const checked = check_report(input.report, activity->facts.kind);
    if (!checked) return checked.problems();
    store::Report report{{}, input.activity, tx.now(), "", input.day, *checked, input.round};
    report.id = store::insert_report(tx, report);
    if (input.day >= activity->last_report) {
        activity->facts.phase = checked->phase;
        activity->last_report = input.day;
        store::put_version(tx, *activity);
    }
    index_report(tx, *activity, report);
    tx.record(event("status_reported", {"activity", input.activity.value},
                    fmt::format(R"({{"report":{},"phase":"{}"}})", report.id.value, word(checked->phase))));
    return report.id;
}

Outcome<Done> show_report(storage::Transaction& tx, StatusReportId id, Audience const& audience) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto report = store::find_report(tx, {Viewer::everything()}, id);
    if (!report) return report_unknown();
    if (report->facts.audience == audience) return Done{};
    if (!store::set_report_audience(tx, id, audience)) return report_unknown();
    report->facts.audience = audience;
    index_report(tx, store::find_activity(tx, {Viewer::everything()}, report->activity).value(), *report);
    tx.record(
        event(audience == Audience::everyone() ? "report_published" : "report_hidden", {"status_report", id.value}));
    return Done{};
}

}  // namespace lenkwerk::measures
