#include "modules/steering/web/overview_view.hpp"

#include "modules/steering/web/activity_table.hpp"
#include "platform/web/components/components.hpp"

namespace lenkwerk::steering {
namespace {

constexpr std::array kPhases{"idea", "planned", "running", "done", "stopped"};

// What the parts below share.
struct View {
    html::Writer& w;
    i18n::Locale const& locale;
    Overview const& overview;
    Medium medium;
    ActivityTables& tables;

    std::string text(std::string_view key) const { return locale.text(key); }
    std::string text(std::string_view key, MessageArguments const& arguments) const {
        return locale.text(key, arguments);
    }
};

// Figures side by side, because every field has its own.
void show_sum(View const& view, Counts const& counts) {
    auto const fact = [&](std::string const& key, int number) {
        view.w.put("<div><dt>{}</dt><dd>{}</dd></div>", view.text(key), view.locale.number(number));
    };
    view.w.put(R"(<dl class="lw-overview__sum">)");
    fact("steering.sum.activities", counts.activities);
    for (auto const* phase : kPhases)
        if (auto const found = counts.by_phase.find(phase); found != counts.by_phase.end())
            fact("measures.phase." + found->first, found->second);
    if (view.overview.since) fact("steering.sum.with_news", counts.with_news);
    fact("steering.sum.overdue", counts.overdue);
    fact("steering.sum.late", counts.late);
    fact("steering.sum.without_goal", counts.without_goal);
    view.w.put("</dl>");
}

void show_goals(View const& view, std::vector<std::string> const& goals) {
    if (goals.empty()) return;
    view.w.put("<h3>{}</h3><ul>", view.text("steering.goals_without_activities"));
    for (auto const& goal : goals) view.w.put("<li>{}</li>", goal);
    view.w.put("</ul>");
}

void show_changes(View const& view, std::vector<PlanChange> const& changes) {
    if (changes.empty()) return;
    view.w.put("<h3>{}</h3><ul>", view.text("steering.plan_changes"));
    for (auto const& change : changes)
        view.w.put("<li>{}</li>",
                   view.text("steering.plan_change", {{"number", change.number},
                                                      {"title", change.title},
                                                      {"what", view.text("plan.difference." + change.difference)}}));
    view.w.put("</ul>");
}

void show_finding(View const& view, Finding const& finding) {
    view.w.put(
        "<p>{} <em>({})</em></p>", finding.text,
        view.text("steering.finding.origin", {{"source", finding.source}, {"day", view.locale.day(finding.day)}}));
}

void show_findings(View const& view, FieldPart const& field) {
    view.w.put("<h3>{}</h3>", view.text("steering.findings.title"));
    ui::DescriptionList list(view.w);
    for (auto const perspective : kPerspectives) {
        auto const found = field.findings_of(perspective);
        list.fact(view.text(fmt::format("bodies.perspective.{}", perspective)), [&](html::Writer& w) {
            if (found.empty()) return w.text(view.text("steering.findings.none"));
            for (auto const* finding : found) show_finding(view, *finding);
        });
    }
    list.end();
}

std::string name_of(View const& view, FieldPart const& field) {
    if (field.number.empty()) return view.text("steering.field.homeless");
    return view.text("steering.field.title", {{"number", field.number}, {"title", field.title}});
}

void show_field(View const& view, FieldPart const& field) {
    auto const name = name_of(view, field);
    view.w.put(R"(<section class="lw-overview__field" id="feld-{}"><h2>{}</h2>)", field.id, name);
    if (!field.subtitle.empty()) view.w.put(R"(<p class="lw-lead">{}</p>)", field.subtitle);
    show_sum(view, field.counts);
    if (field.entries.empty())
        view.w.put("<p>{}</p>", view.text("steering.field.empty"));
    else
        view.tables.show(view.text("steering.field.activities", {{"field", name}}), field.entries);
    show_changes(view, field.changes);
    show_goals(view, field.goals_without_activities);
    if (!field.number.empty()) show_findings(view, field);
    view.w.put("</section>");
}

std::string days_text(View const& view, SignalLine const& signal) {
    auto const key = signal.reaction.empty() ? "steering.signals.waits" : "steering.signals.took";
    return view.text(key, {{"days", std::int64_t{signal.days}}});
}

void show_signals(View const& view) {
    view.w.put("<section><h2>{}</h2>", view.text("steering.signals.title"));
    if (view.overview.signals.empty()) return view.w.put("<p>{}</p></section>", view.text("steering.signals.none"));
    ui::Table table(view.w, {view.text("steering.signals.title"),
                             {{view.text("steering.signals.signal")},
                              {view.text("steering.signals.filed")},
                              {view.text("steering.signals.reaction")},
                              {view.text("steering.signals.days")}},
                             true});
    for (auto const& signal : view.overview.signals)
        table.row([&](ui::Row& row) {
            if (view.medium == Medium::screen)
                row.link(signal.title, html::Url::checked(fmt::format("/signale/{}", signal.id)));
            else
                row.text(signal.title);
            row.text(view.locale.day(signal.filed_on));
            row.text(
                view.text(signal.reaction.empty() ? "steering.signals.open" : "steering.reaction." + signal.reaction));
            row.text(days_text(view, signal));
        });
    table.end();
    view.w.put("</section>");
}

void show_whole(View const& view) {
    auto const& overview = view.overview;
    view.w.put("<section><h2>{}</h2>", view.text("steering.sum.title"));
    view.w.put("<p>{}</p>", overview.since
                                ? view.text("steering.sum.since", {{"day", view.locale.day(*overview.since)}})
                                : view.text("steering.sum.first"));
    show_sum(view, overview.counts);
    show_goals(view, overview.goals_without_activities);
    show_changes(view, overview.changes);
    view.w.put("</section>");
}

std::string clock_of(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

}  // namespace

std::string form_name(Form form, i18n::Locale const& locale) {
    return locale.text("steering.form." + std::string(word(form)));
}

std::string title_of(Overview const& overview, i18n::Locale const& locale) {
    return locale.text("steering.overview.of_session",
                       {{"body", overview.body}, {"day", locale.day(overview.day, i18n::DayStyle::words)}});
}

void show_overview(html::Writer& w, i18n::Locale const& locale, Overview const& overview, Medium medium) {
    ActivityTables tables(w, locale, medium);
    View const view{w, locale, overview, medium, tables};
    show_whole(view);
    show_signals(view);
    for (auto const& field : overview.fields) show_field(view, field);
}

documents::PrintDocument print(Overview const& overview, Instant frozen_at, i18n::Locale const& locale) {
    auto const title = title_of(overview, locale);
    auto const form = form_name(overview.form, locale);
    auto const foot = locale.text("steering.overview.foot", {{"moment", locale.moment(frozen_at)}, {"form", form}});
    auto body = html::write([&](html::Writer& w) {
        auto const place =
            locale.text("steering.overview.where", {{"day", locale.day(overview.day, i18n::DayStyle::words)},
                                                    {"time", clock_of(overview.start_minute)},
                                                    {"place", overview.place}});
        ui::heading(w, {.title = title, .above = fmt::format("{} · {}", overview.plan, form), .lead = place});
        show_overview(w, locale, overview, Medium::paper);
    });
    return {.title = title, .language = locale.tag(), .foot = foot, .landscape = true, .body = std::move(body)};
}

}  // namespace lenkwerk::steering
