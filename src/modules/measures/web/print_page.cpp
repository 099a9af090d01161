// The whole plan on paper: fields, topics, what is done for them and how it stands, in the order of the plan.
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/whole_plan.hpp"
#include "platform/documents/markdown.hpp"

namespace lenkwerk::measures {
namespace {

std::string facts_line(web::Visit& visit, WholePlan const& whole, ActivityDraft const& facts) {
    auto const period = period_text(visit, facts.planned_start, facts.planned_end);
    auto const phase = visit.text(fmt::format("measures.phase.{}", word(facts.phase)));
    return visit.text(period.empty() ? "measures.print.facts" : "measures.print.facts_period",
                      {{"responsible", whole.name(facts.responsible)}, {"phase", phase}, {"period", period}});
}

void show_activity(html::Writer& w, web::Visit& visit, WholePlan const& whole, store::Activity const& activity) {
    auto const& facts = activity.facts;
    w.put(
        R"(<li class="lw-report"><p><strong>{}</strong> {}<br>{}</p>)", facts.title,
        [&](html::Writer& badge) { lateness_badge(badge, visit, facts.phase, facts.planned_start, facts.planned_end); },
        facts_line(visit, whole, facts));
    if (auto const* latest = whole.latest(activity.id))
        w.put("<p>{}: {}</p>", visit.text("measures.report.last", {{"day", visit.locale().day(latest->day)}}),
              latest->facts.text);
    else
        w.put(R"(<p class="lw-muted">{}</p>)", visit.text("measures.report.none"));
    w.put("</li>");
}

void show_topic(html::Writer& w, web::Visit& visit, WholePlan const& whole, plan::TopicLine const& topic) {
    if (topic.depth == 0)
        w.put("<h2>{} {}</h2>", visit.text("plan.field.numbered", {{"number", topic.number}}), topic.title);
    else
        w.put("<h3>{} {}</h3>", topic.number, topic.title);
    if (!topic.subtitle.empty()) w.put("<p>{}</p>", topic.subtitle);
    if (!topic.text.empty()) w.put("{}", documents::markdown(topic.text));
    auto const& activities = whole.of(topic.id);
    if (activities.empty()) return;
    w.put(R"(<ul class="lw-reports">)");
    for (auto const& activity : activities) show_activity(w, visit, whole, activity);
    w.put("</ul>");
}

void show_goals(html::Writer& w, web::Visit& visit, WholePlan const& whole) {
    if (whole.goals.empty()) return;
    w.put("<h2>{}</h2><ul>", visit.text("plan.goals.title"));
    for (auto const& goal : whole.goals) w.put("<li>{}</li>", goal.title);
    w.put("</ul>");
}

}  // namespace

web::Response print_plan(web::Visit& visit) {
    auto const whole = whole_plan(visit);
    std::vector<web::Crumb> const above{
        {whole.plan.title, html::Url::checked(fmt::format("/plaene/{}", whole.plan.id.value))}};
    auto page = web::page(
        visit,
        {.title = whole.plan.title,
         .current = "/plan",
         .breadcrumbs = above,
         .width = web::Width::reading,
         .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = whole.plan.title,
                            .above = visit.text("measures.print.as_of", {{"day", visit.locale().day(visit.today())}}),
                            .lead = whole.plan.motto});
            w.put(R"(<p class="lw-no-print">{}</p>)", visit.text("measures.print.hint"));
            show_goals(w, visit, whole);
            for (auto const& topic : whole.topics) show_topic(w, visit, whole, topic);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::measures
