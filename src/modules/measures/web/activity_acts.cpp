// What the office does with an activity beyond its text: who may see it and its reports, and joining two that are the same.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/visibility.hpp"

#include <charconv>

namespace lenkwerk::measures {
namespace {

std::string address_text(ActivityId id, std::string_view rest = "") {
    return fmt::format("/massnahmen/{}{}", id.value, rest);
}

std::vector<ui::Choice> others(web::Visit& visit, store::Activity const& activity) {
    std::vector<ui::Choice> choices;
    for (auto const& line : store::of_plan(visit.reader(), reading_of(visit), activity.plan))
        if (line.id != activity.id && line.phase != Phase::stopped)
            choices.push_back({std::to_string(line.id.value), line.title + " (" + line.responsible_name + ")"});
    return choices;
}

web::Response show_merge(web::Visit& visit, web::Form const& form, int status) {
    auto const activity = activity_at(visit);
    auto const title = visit.text("measures.merge.title");
    web::Frame const frame{.title = title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = {{activity.facts.title, activity_address(activity.id)}},
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = activity.facts.title, .lead = visit.text("measures.merge.lead")});
        ui::form(w, visit, form, {.action = activity_address(activity.id, "/zusammenlegung")},
                 [&](ui::OpenForm const& open) {
                     ui::select(
                         open, {{.name = "into", .label = visit.text("measures.merge.into")}, others(visit, activity)});
                     ui::text_area(open, {{.name = "text",
                                           .label = visit.text("measures.merge.reason"),
                                           .hint = visit.text("measures.merge.reason_hint")},
                                          3,
                                          1000});
                     ui::submit_row(
                         open, {.label = visit.text("measures.merge.submit"), .cancel = activity_address(activity.id)});
                 });
    });
}

// Acts without fields to show again: what was refused is said on the page that the act belongs to.
template <class T> web::Response done_or_said(web::Visit& visit, Outcome<web::Response> answer, T const& back) {
    if (answer) return web::announce(*answer, visit.request(), "measures.saved");
    auto refused = web::Response::see_other(back);
    return web::announce(refused, visit.request(), answer.problems().front().key);
}

}  // namespace

web::Response show_activity_to(web::Visit& visit) {
    auto const id = activity_at(visit).id;
    auto const audience = chosen_audience(visit.form());
    auto const back = address_text(id);
    return done_or_said(
        visit, visit.submit([&](auto& tx) { return show_activity(tx, id, audience); }, [&](Done) { return back; }),
        back);
}

web::Response show_report_to(web::Visit& visit) {
    auto const report = store::find_report(visit.reader(), reading_of(visit), visit.id<StatusReportId>("id"));
    if (!report) throw web::NotFound{};
    auto const audience = chosen_audience(visit.form());
    auto const back = address_text(report->activity, fmt::format("#sachstand-{}", report->id.value));
    return done_or_said(
        visit,
        visit.submit([&](auto& tx) { return show_report(tx, report->id, audience); }, [&](Done) { return back; }),
        back);
}

web::Response show_merge_activity(web::Visit& visit) { return show_merge(visit, {}, 200); }

web::Response merge_activity_page(web::Visit& visit) {
    auto const id = activity_at(visit).id;
    auto const typed = visit.form().text("into");
    ActivityId into;
    std::from_chars(typed.data(), typed.data() + typed.size(), into.value);
    auto const reason = visit.form().text("text");
    auto answer = visit.submit([&](auto& tx) { return merge_activities(tx, id, into, reason, visit.today()); },
                               [&](Done) { return address_text(into); });
    if (!answer) return show_merge(visit, web::Form(visit.form(), answer.problems()), 422);
    return web::announce(*answer, visit.request(), "measures.merge.done");
}

}  // namespace lenkwerk::measures
