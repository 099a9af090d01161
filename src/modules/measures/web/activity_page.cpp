// One activity with its reports, newest first.
#include "modules/measures/commands/activities.hpp"
#include "modules/measures/store/reports.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/visibility.hpp"
#include "modules/people/people.hpp"
#include "modules/places/places.hpp"
#include "platform/documents/markdown.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::measures {
namespace {

std::string organisation_name(web::Visit& visit, people::OrganisationId id) {
    auto const found = people::organisation(visit.reader(), id);
    return found ? found->name : "";
}

std::string joined(std::vector<std::string> const& names) {
    std::string text;
    for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

void show_facts(html::Writer& w, web::Visit& visit, store::Activity const& activity) {
    auto const& facts = activity.facts;
    ui::DescriptionList list(w);
    list.link(visit.text("measures.column.responsible"), organisation_name(visit, facts.responsible),
              html::Url::checked(fmt::format("/organisationen/{}", facts.responsible.value)));
    std::vector<std::string> collaborators, districts;
    for (auto const id : facts.collaborators) collaborators.push_back(organisation_name(visit, id));
    for (auto const& district : places::districts(visit.reader()))
        if (std::find(facts.districts.begin(), facts.districts.end(), district.id) != facts.districts.end())
            districts.push_back(district.name);
    list.fact(visit.text("measures.field.collaborators"), joined(collaborators));
    list.fact(visit.text("measures.field.districts"),
              facts.districts.empty() ? visit.text("measures.field.whole_city") : joined(districts));
    list.fact(visit.text("measures.field.kind"), visit.text(fmt::format("measures.kind.{}", word(facts.kind))));
    list.fact(visit.text("measures.field.period"), period_text(visit, facts.planned_start, facts.planned_end));
    list.end();
}

void show_report(html::Writer& w, web::Visit& visit, store::Report const& report) {
    w.put(
        R"(<li class="lw-report" id="sachstand-{}"><p class="lw-report__head"><time datetime="{}">{}</time> {}</p>{})",
        report.id, report.day.iso(), visit.locale().day(report.day),
        [&](html::Writer& head) {
            phase_badge(head, visit, report.facts.phase);
            audience_badge(head, visit, report.facts.audience);
        },
        documents::markdown(report.facts.text));
    if (!report.facts.evidence.empty())
        w.put("<p>{} {}</p>", visit.text("measures.report.evidence"), report.facts.evidence);
    if (visit.actor().may(kManage))
        visibility_form(w, visit,
                        {html::Url::checked(fmt::format("/sachstaende/{}/sichtbarkeit", report.id.value)),
                         report.facts.audience, fmt::format("report{}", report.id.value),
                         visit.text("measures.report.named",
                                    {{"number", report.id.value}, {"day", visit.locale().day(report.day)}})});
    w.put("</li>");
}

void show_reports(html::Writer& w, web::Visit& visit, store::Activity const& activity) {
    w.put("<section><h2>{}</h2>", visit.text("measures.report.title"));
    auto const reports = store::reports_of(visit.reader(), reading_of(visit), activity.id);
    if (reports.empty())
        ui::empty_state(w, {visit.text("measures.report.none"), visit.text("measures.report.none_text")});
    if (!reports.empty()) w.put(R"(<ol class="lw-reports">)");
    for (auto const& report : reports) show_report(w, visit, report);
    if (!reports.empty()) w.put("</ol>");
    w.put("</section>");
}

std::vector<ui::Action> actions(web::Visit& visit, store::Activity const& activity) {
    if (!visit.actor().may(kReport, {"organisation", activity.facts.responsible.value})) return {};
    std::vector<ui::Action> found{
        {visit.text("measures.report.add"), activity_address(activity.id, "/sachstaende/neu"), "add"},
        {visit.text("measures.activity.edit"), activity_address(activity.id, "/bearbeiten"), "edit"}};
    if (visit.actor().may(kManage) && activity.facts.phase != Phase::stopped)
        found.push_back({visit.text("measures.merge.title"), activity_address(activity.id, "/zusammenlegung")});
    return found;
}

std::vector<web::Crumb> crumbs(web::Visit& visit, store::Activity const& activity) {
    std::vector<web::Crumb> above{{visit.text("plan.navigation"), html::Url{"/plan"}}};
    if (auto const topic = plan::topic(visit.reader(), visit.viewer(), activity.facts.topic))
        above.push_back(
            {topic->number + " " + topic->title, html::Url::checked(fmt::format("/themen/{}", topic->id.value))});
    return above;
}

void show_notices(html::Writer& w, web::Visit& visit, store::Activity const& activity) {
    if (activity.facts.demo) w.put(R"(<p class="lw-quiet">{}</p>)", visit.text("measures.activity.demo"));
    if (activity.merged_into)
        ui::notice(w, {.title = visit.text("measures.activity.merged"), .more = [&](html::Writer& more) {
                           more.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)",
                                    activity_address(*activity.merged_into),
                                    visit.text("measures.activity.merged_into"));
                       }});
}

}  // namespace

web::Response show_activity_page(web::Visit& visit) {
    auto const activity = activity_at(visit);
    auto const& facts = activity.facts;
    auto const limits = limits_of(visit, activity.plan);
    auto page = web::page(
        visit, {.title = facts.title, .current = std::string(kNavigation), .breadcrumbs = crumbs(visit, activity)},
        [&](html::Writer& w) {
            ui::heading(w, {facts.title, visit.text(fmt::format("measures.kind.{}", word(facts.kind))), "",
                            [&](html::Writer& beside) {
                                phase_badge(beside, visit, facts.phase);
                                lateness_badge(beside, visit, facts.phase, facts.planned_start, facts.planned_end);
                                freshness_badge(beside, visit, facts.phase, activity.last_report, limits);
                                audience_badge(beside, visit, facts.audience);
                            },
                            actions(visit, activity)});
            show_notices(w, visit, activity);
            w.put("{}", documents::markdown(facts.description));
            show_facts(w, visit, activity);
            if (visit.actor().may(kManage))
                visibility_form(
                    w, visit,
                    {activity_address(activity.id, "/sichtbarkeit"), facts.audience, "activity", facts.title});
            show_reports(w, visit, activity);
            w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", activity_address(activity.id, "/verlauf"),
                  visit.text("measures.history.title"));
            web::show_panels(visit, "measures.activity", {"activity", activity.id.value}, w);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::measures
