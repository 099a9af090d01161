// Reporting the status of one activity.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/report_fields.hpp"

namespace lenkwerk::measures {
namespace {

web::Response show(web::Visit& visit, store::Activity const& activity, web::Form form, int status) {
    visit.require(visit.actor().may(kReport, {"organisation", activity.facts.responsible.value}));
    form.preset("phase", std::string(word(activity.facts.phase)))
        .preset("day", visit.today().iso())
        .preset("audience", std::string(word(activity.facts.audience.visibility())));
    auto const title = visit.text("measures.report.add");
    std::vector<web::Crumb> const above{{activity.facts.title, activity_address(activity.id)}};
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = above,
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = activity.facts.title});
        ui::form(
            w, visit, form, {.action = activity_address(activity.id, "/sachstaende")}, [&](ui::OpenForm const& open) {
                report_fields(open, visit, activity.facts.kind);
                ui::submit_row(
                    open, {.label = visit.text("measures.report.submit"), .cancel = activity_address(activity.id)});
            });
    });
}

}  // namespace

web::Response show_new_report(web::Visit& visit) { return show(visit, activity_at(visit), {}, 200); }

web::Response add_report(web::Visit& visit) {
    auto const activity = activity_at(visit);
    auto const input = report_of(visit, activity);
    if (!input) return show(visit, activity, web::Form(visit.form(), input.problems()), 422);
    auto answer = visit.submit([&](auto& tx) { return report_status(tx, *input); },
                               [&](StatusReportId) { return fmt::format("/massnahmen/{}", activity.id.value); });
    if (!answer) return show(visit, activity, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.report.added");
}

}  // namespace lenkwerk::measures
