#include "modules/measures/web/common.hpp"

#include "modules/people/people.hpp"

namespace lenkwerk::measures {
namespace {

ui::Tone tone_of(Phase phase) {
    switch (phase) {
        case Phase::idea: return ui::Tone::neutral;
        case Phase::planned: return ui::Tone::neutral;
        case Phase::running: return ui::Tone::info;
        case Phase::done: return ui::Tone::good;
        case Phase::stopped: return ui::Tone::neutral;
    }
    throw std::logic_error("unknown phase");
}

ui::Tone tone_of(Freshness freshness) {
    switch (freshness) {
        case Freshness::none: return ui::Tone::neutral;
        case Freshness::fresh: return ui::Tone::good;
        case Freshness::due: return ui::Tone::warning;
        case Freshness::overdue: return ui::Tone::bad;
        case Freshness::stale: return ui::Tone::bad;
    }
    throw std::logic_error("unknown freshness");
}

void show_row(ui::Row& row, web::Visit& visit, store::Line const& line, FreshnessLimits const& limits) {
    row.link(line.title, activity_address(line.id));
    row.link(line.responsible_name, html::Url::checked(fmt::format("/organisationen/{}", line.responsible.value)));
    row.cell([&](html::Writer& cell) {
        cell.put(R"(<span class="lw-badges">{}</span>)", [&](html::Writer& badges) {
            phase_badge(badges, visit, line.phase);
            lateness_badge(badges, visit, line.phase, line.planned_start, line.planned_end);
        });
    });
    row.cell([&](html::Writer& cell) {
        cell.put(R"(<span class="lw-badges">{} {}</span>)", visit.locale().day(line.last_report),
                 [&](html::Writer& badges) {
                     if (freshness(line.phase, line.last_report, visit.today(), limits) != Freshness::fresh)
                         freshness_badge(badges, visit, line.phase, line.last_report, limits);
                     audience_badge(badges, visit, line.audience);
                 });
    });
}

}  // namespace

html::Url activity_address(ActivityId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/massnahmen/{}{}", id.value, rest));
}

store::Reading reading_of(web::Visit& visit) { return {visit.viewer(), people::own_organisations(visit.actor())}; }

store::Activity activity_at(web::Visit& visit) {
    auto const activity = store::find_activity(visit.reader(), reading_of(visit), visit.id<ActivityId>("id"));
    if (!activity) throw web::NotFound{};
    return *activity;
}

FreshnessLimits limits_of(web::Visit& visit, plan::PlanId id) {
    auto const plan = plan::plan_of(visit.reader(), Viewer::everything(), id);
    return plan ? FreshnessLimits{plan->due_after, plan->overdue_after, plan->stale_after} : FreshnessLimits{};
}

void phase_badge(html::Writer& w, web::Visit& visit, Phase phase) {
    ui::badge(w, visit.text(fmt::format("measures.phase.{}", word(phase))), tone_of(phase));
}

void freshness_badge(html::Writer& w, web::Visit& visit, Phase phase, Day last_report, FreshnessLimits const& limits) {
    auto const found = freshness(phase, last_report, visit.today(), limits);
    if (found != Freshness::none)
        ui::badge(w, visit.text(fmt::format("measures.freshness.{}", word(found))), tone_of(found));
}

void lateness_badge(html::Writer& w, web::Visit& visit, Phase phase, std::optional<Day> start, std::optional<Day> end) {
    lateness_badge(w, visit.locale(), lateness(phase, start, end, visit.today()));
}

void lateness_badge(html::Writer& w, i18n::Locale const& locale, Lateness lateness) {
    if (lateness != Lateness::none)
        ui::badge(w, locale.text(fmt::format("measures.lateness.{}", word(lateness))), ui::Tone::bad);
}

void audience_badge(html::Writer& w, web::Visit& visit, Audience const& audience) {
    if (audience != Audience::everyone())
        ui::badge(w, visit.text(fmt::format("measures.audience.{}", word(audience.visibility()))), ui::Tone::warning);
}

std::string period_text(web::Visit& visit, std::optional<Day> start, std::optional<Day> end) {
    return period_text(visit.locale(), start, end);
}

std::string period_text(i18n::Locale const& locale, std::optional<Day> start, std::optional<Day> end) {
    auto const day = [&](std::optional<Day> which) { return which ? locale.day(*which) : std::string{}; };
    if (start && end) return locale.text("measures.period.span", {{"start", day(start)}, {"end", day(end)}});
    if (start) return locale.text("measures.period.from", {{"start", day(start)}});
    return end ? locale.text("measures.period.until", {{"end", day(end)}}) : "";
}

void activity_table(html::Writer& w, web::Visit& visit, std::string const& caption,
                    std::vector<store::Line> const& lines, FreshnessLimits const& limits) {
    ui::Table table(w, {caption,
                        {{visit.text("measures.column.activity")},
                         {visit.text("measures.column.responsible")},
                         {visit.text("measures.column.phase")},
                         {visit.text("measures.column.status")}},
                        true});
    for (auto const& line : lines) table.row([&](ui::Row& row) { show_row(row, visit, line, limits); });
    table.end();
}

}  // namespace lenkwerk::measures
