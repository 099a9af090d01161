#include "modules/measures/web/plan_paper.hpp"

#include "platform/documents/markdown.hpp"

namespace lenkwerk::measures {
namespace {

struct Paper {
    html::Writer& w;
    i18n::Locale const& locale;
    Day today;
    WholePlan const& whole;
};

std::string facts_line(Paper const& paper, ActivityDraft const& facts) {
    auto const period = period_text(paper.locale, facts.planned_start, facts.planned_end);
    auto const phase = paper.locale.text(fmt::format("measures.phase.{}", word(facts.phase)));
    return paper.locale.text(
        period.empty() ? "measures.print.facts" : "measures.print.facts_period",
        {{"responsible", paper.whole.name(facts.responsible)}, {"phase", phase}, {"period", period}});
}

void show_activity(Paper const& paper, store::Activity const& activity) {
    auto const& facts = activity.facts;
    auto const& locale = paper.locale;
    auto const late = [&](html::Writer& badge) {
        lateness_badge(badge, locale, lateness(facts.phase, facts.planned_start, facts.planned_end, paper.today));
    };
    paper.w.put(R"(<li class="lw-report"><p><strong>{}</strong> {}<br>{}</p>)", facts.title, late,
                facts_line(paper, facts));
    if (auto const* latest = paper.whole.latest(activity.id))
        paper.w.put("<p>{}: {}</p>", locale.text("measures.report.last", {{"day", locale.day(latest->day)}}),
                    latest->facts.text);
    else
        paper.w.put(R"(<p class="lw-muted">{}</p>)", locale.text("measures.report.none"));
    paper.w.put("</li>");
}

void show_topic(Paper const& paper, plan::TopicLine const& topic) {
    auto& w = paper.w;
    if (topic.depth == 0)
        w.put("<h2>{} {}</h2>", paper.locale.text("plan.field.numbered", {{"number", topic.number}}), topic.title);
    else
        w.put("<h3>{} {}</h3>", topic.number, topic.title);
    if (!topic.subtitle.empty()) w.put("<p>{}</p>", topic.subtitle);
    if (!topic.text.empty()) w.put("{}", documents::markdown(topic.text));
    auto const& activities = paper.whole.of(topic.id);
    if (activities.empty()) return;
    w.put(R"(<ul class="lw-reports">)");
    for (auto const& activity : activities) show_activity(paper, activity);
    w.put("</ul>");
}

void show_goals(Paper const& paper) {
    if (paper.whole.goals.empty()) return;
    paper.w.put("<h2>{}</h2><ul>", paper.locale.text("plan.goals.title"));
    for (auto const& goal : paper.whole.goals) paper.w.put("<li>{}</li>", goal.title);
    paper.w.put("</ul>");
}

}  // namespace

void show_whole_plan(html::Writer& w, i18n::Locale const& locale, Day today, WholePlan const& whole) {
    Paper const paper{w, locale, today, whole};
    show_goals(paper);
    for (auto const& topic : whole.topics) show_topic(paper, topic);
}

std::optional<documents::PrintDocument> compose_plan(City& city, storage::Reader const& reader, plan::PlanId id,
                                                     PlanForm form) {
    auto const whole = whole_plan_as(reader, {viewer_of(form)}, id);
    if (!whole) return std::nullopt;
    auto const& locale = city.locale(city.settings()->language);
    auto const now = city.clock().now();
    auto const name = locale.text(fmt::format("measures.pdf.form.{}", word(form)));
    auto body = html::write([&](html::Writer& w) {
        ui::heading(w, {.title = whole->plan.title, .above = name, .lead = whole->plan.motto});
        show_whole_plan(w, locale, locale.day_of(now), *whole);
    });
    auto foot = locale.text("measures.pdf.foot", {{"moment", locale.moment(now)}, {"form", name}});
    return documents::PrintDocument{
        .title = whole->plan.title, .language = locale.tag(), .foot = std::move(foot), .body = std::move(body)};
}

}  // namespace lenkwerk::measures
