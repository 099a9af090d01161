// Signals: what was filed, how soon somebody reacted, and the forms.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/commands/signals.hpp"
#include "modules/steering/store/signals.hpp"
#include "modules/steering/web/pages.hpp"

namespace lenkwerk::steering {
namespace {

constexpr std::string_view kSignals = "/signale";

html::Url signal_address(SignalId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/signale/{}{}", id.value, rest));
}

store::Signal signal_at(web::Visit& visit) {
    auto const signal = store::find_signal(visit.reader(), visit.viewer(), visit.id<SignalId>("id"));
    if (!signal) throw web::NotFound{};
    return *signal;
}

std::string reaction_name(web::Visit& visit, std::string_view kind) {
    return visit.text(fmt::format("steering.reaction.{}", kind));
}

std::string days_text(web::Visit& visit, store::Signal const& signal) {
    auto const days = (signal.reaction ? signal.reaction->day : visit.today()) - signal.filed_on;
    return visit.text(signal.reaction ? "steering.signals.took" : "steering.signals.waits",
                      {{"days", std::int64_t{days}}});
}

void show_table(html::Writer& w, web::Visit& visit, std::vector<store::Signal> const& signals) {
    ui::Table table(w, {visit.text("steering.signals.title"),
                        {{visit.text("steering.signals.signal")},
                         {visit.text("steering.signals.filed")},
                         {visit.text("steering.signals.reaction")},
                         {visit.text("steering.signals.days")}},
                        true});
    for (auto const& signal : signals)
        table.row([&](ui::Row& row) {
            row.link(signal.facts.title, signal_address(signal.id));
            row.text(visit.locale().day(signal.filed_on));
            row.text(signal.reaction ? reaction_name(visit, signal.reaction->kind)
                                     : visit.text("steering.signals.open"));
            row.text(days_text(visit, signal));
        });
    table.end();
}

// The steering groups for which the reader may file.
std::vector<ui::Choice> bodies_of(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& body : bodies::bodies_of_kind(visit.reader(), "steering_group"))
        if (body.is_open && visit.actor().may(kContribute, {"body", body.id.value}))
            choices.push_back({std::to_string(body.id.value), body.name});
    return choices;
}

web::Response show_form(web::Visit& visit, web::Form form, int status) {
    auto const title = visit.text("steering.signal.new");
    auto const bodies = bodies_of(visit);
    if (bodies.size() == 1) form.preset("body", bodies.front().value);
    std::vector<web::Crumb> const above{{visit.text("steering.signals.title"), html::Url{"/signale"}}};
    return web::page(visit,
                     {.title = title,
                      .current = std::string(kSignals),
                      .breadcrumbs = above,
                      .width = web::Width::reading,
                      .status = status,
                      .emergency_hint = true,
                      .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("steering.signal.lead")});
                         ui::form(w, visit, form, {.action = html::Url{"/signale"}}, [&](ui::OpenForm const& open) {
                             ui::select(open, {{.name = "body", .label = visit.text("steering.signal.body")}, bodies});
                             ui::text_field(open, {{.name = "title",
                                                    .label = visit.text("steering.signal.title"),
                                                    .hint = visit.text("steering.signal.title_hint")},
                                                   ui::TextKind::text,
                                                   200});
                             ui::text_area(open, {{.name = "text",
                                                   .label = visit.text("steering.signal.text"),
                                                   .hint = visit.text("steering.signal.text_hint"),
                                                   .need = ui::Need::optional},
                                                  6,
                                                  5000});
                             ui::submit_row(
                                 open, {.label = visit.text("steering.signal.file"), .cancel = html::Url{"/signale"}});
                         });
                     });
}

void show_reaction(html::Writer& w, web::Visit& visit, store::Signal const& signal) {
    w.put("<h2>{}</h2>", visit.text("steering.signals.reaction"));
    if (!signal.reaction) return w.put("<p>{} {}</p>", visit.text("steering.signals.open"), days_text(visit, signal));
    ui::DescriptionList list(w);
    list.fact(visit.text("steering.signals.reaction"), reaction_name(visit, signal.reaction->kind));
    list.fact(visit.text("steering.signal.day"), visit.locale().day(signal.reaction->day));
    list.fact(visit.text("steering.signals.days"), days_text(visit, signal));
    list.fact(visit.text("steering.signal.reason"), signal.reaction->reason);
    list.end();
}

void show_reaction_form(html::Writer& w, web::Visit& visit, store::Signal const& signal, web::Form form) {
    if (signal.reaction || !visit.actor().may(kManage)) return;
    std::vector<ui::Choice> kinds;
    for (auto const kind : kReactions) kinds.push_back({std::string(kind), reaction_name(visit, kind)});
    form.preset("day", visit.today().iso());
    w.put("<p>{}</p>", visit.text("steering.signal.reaction_lead"));
    ui::form(w, visit, form, {.action = signal_address(signal.id, "/reaktion")}, [&](ui::OpenForm const& open) {
        ui::choices(open, {{.name = "kind", .label = visit.text("steering.signals.reaction")}, kinds});
        ui::day_field(open,
                      {{.name = "day", .label = visit.text("steering.signal.day")}, signal.filed_on, visit.today()});
        ui::text_area(open, {{.name = "reason", .label = visit.text("steering.signal.reason")}, 4, 1000});
        ui::submit_row(open, {.label = visit.text("steering.signal.answer")});
    });
}

void show_publication(html::Writer& w, web::Visit& visit, store::Signal const& signal) {
    if (!visit.actor().may(kManage)) return;
    bool const is_public = signal.facts.audience == Audience::everyone();
    ui::button_form(w, visit,
                    {.label = visit.text(is_public ? "steering.signal.hide" : "steering.signal.publish"),
                     .action = signal_address(signal.id, "/sichtbarkeit")});
}

web::Response show(web::Visit& visit, store::Signal const& signal, web::Form const& form, int status) {
    std::vector<web::Crumb> const above{{visit.text("steering.signals.title"), html::Url{"/signale"}}};
    auto const lead = visit.text("steering.signal.filed_on", {{"day", visit.locale().day(signal.filed_on)}});
    auto page = web::page(visit,
                          {.title = signal.facts.title,
                           .current = std::string(kSignals),
                           .breadcrumbs = above,
                           .width = web::Width::reading,
                           .status = status},
                          [&](html::Writer& w) {
                              ui::heading(w, {.title = signal.facts.title, .lead = lead});
                              if (!signal.facts.text.empty()) w.put("<p>{}</p>", signal.facts.text);
                              show_reaction(w, visit, signal);
                              show_reaction_form(w, visit, signal, form);
                              show_publication(w, visit, signal);
                          });
    if (status == 200) page.caching = web::Caching::page_cache;
    return page;
}

bodies::BodyId body_of(std::string const& text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return {error == std::errc{} && end == text.data() + text.size() ? number : 0};
}

}  // namespace

web::Response list_signals_page(web::Visit& visit) {
    auto const title = visit.text("steering.signals.title");
    auto const signals = store::signals(visit.reader(), visit.viewer());
    auto page = web::page(visit, {.title = title, .current = std::string(kSignals)}, [&](html::Writer& w) {
        std::vector<ui::Action> actions;
        if (visit.actor().may_somewhere(kContribute))
            actions.push_back({visit.text("steering.signal.new"), html::Url{"/signale/neu"}, "add"});
        ui::heading(w, {.title = title, .lead = visit.text("steering.signals.lead"), .actions = actions});
        if (signals.empty()) return ui::empty_state(w, {visit.text("steering.signals.none")});
        show_table(w, visit, signals);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_new_signal(web::Visit& visit) { return show_form(visit, {}, 200); }

web::Response file_signal_page(web::Visit& visit) {
    auto const& sent = visit.form();
    SignalDraft const draft{body_of(sent.raw("body")), sent.text("title"), sent.text("text")};
    auto answer = visit.submit([&](auto& tx) { return file_signal(tx, draft, visit.today()); },
                               [](SignalId id) { return fmt::format("/signale/{}", id.value); });
    if (!answer) return show_form(visit, web::Form(sent, answer.problems()), 422);
    return web::announce(*answer, visit.request(), "steering.signal.is_filed");
}

web::Response show_signal_page(web::Visit& visit) { return show(visit, signal_at(visit), {}, 200); }

web::Response answer_signal_page(web::Visit& visit) {
    auto const signal = signal_at(visit);
    auto const& sent = visit.form();
    ReactionDraft const reaction{sent.raw("kind"), sent.text("reason"),
                                 Day::parse(sent.text("day")).value_or(visit.today() + 1)};
    auto answer = visit.submit([&](auto& tx) { return react_to_signal(tx, signal.id, reaction, visit.today()); },
                               [&](Done) { return std::string(signal_address(signal.id).text()); });
    if (!answer) return show(visit, signal, web::Form(sent, answer.problems()), 422);
    return web::announce(*answer, visit.request(), "steering.signal.is_answered");
}

web::Response publish_signal_page(web::Visit& visit) {
    auto const signal = signal_at(visit);
    auto const audience =
        signal.facts.audience == Audience::everyone() ? Audience::administration() : Audience::everyone();
    auto answer = visit.submit([&](auto& tx) { return show_signal(tx, signal.id, audience); },
                               [&](Done) { return std::string(signal_address(signal.id).text()); });
    if (!answer) throw web::Forbidden{};
    return web::announce(*answer, visit.request(), "steering.signal.visibility_changed");
}

}  // namespace lenkwerk::steering
