// What becomes of the plan by "amend" and "extend": chosen topic by topic, filled in from how it reads now, applied with the closing.
#include "modules/steering/web/change_pages.hpp"

#include "modules/bodies/bodies.hpp"
#include "modules/plan/plan.hpp"
#include "modules/steering/commands/topic_changes.hpp"
#include "modules/steering/store/topic_changes.hpp"
#include "modules/steering/store/verdicts.hpp"
#include "modules/steering/web/pages.hpp"
#include "platform/web/query.hpp"

#include <algorithm>
#include <charconv>

namespace lenkwerk::steering {
namespace {

html::Url address_of(bodies::SessionId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/sitzungen/{}{}", id.value, rest));
}
html::Url new_change(bodies::SessionId id, plan::TopicId field) {
    return address_of(id, "/aenderungen/neu").with("feld", field.value);
}

std::string kind_text(web::Visit& visit, ChangeKind kind, std::string_view more = "") {
    return visit.text("steering.change.kind." + std::string(word(kind)) + std::string(more));
}

// A verdict that is being carried out: its session, and the topics of its field in the order of the plan, the field first.
struct Carried {
    bodies::SessionLine session;
    VerdictDraft verdict;
    std::vector<plan::TopicLine> topics;

    plan::TopicLine const* find(std::int64_t id) const {
        auto const found = std::ranges::find(topics, plan::TopicId{id}, &plan::TopicLine::id);
        return found == topics.end() ? nullptr : &*found;
    }
};

Carried carried(web::Visit& visit, std::int64_t field) {
    auto const session = bodies::session(visit.reader(), visit.viewer(), visit.id<bodies::SessionId>("id"));
    if (!session) throw web::NotFound{};
    auto const verdicts = store::verdicts_of(visit.reader(), visit.viewer(), session->id);
    auto const verdict = std::ranges::find(verdicts, plan::TopicId{field}, &VerdictDraft::field);
    auto const plan = plan::plan_of_topic(visit.reader(), {field});
    if (verdict == verdicts.end() || !carries_changes(verdict->verdict) || !plan) throw web::NotFound{};
    Carried found{*session, *verdict, plan::outline(visit.reader(), visit.viewer(), *plan)};
    std::erase_if(found.topics, [&](plan::TopicLine const& topic) { return topic.field.value != field; });
    return found;
}

web::Response page_of(web::Visit& visit, Carried const& of, int status,
                      std::function<void(html::Writer&)> const& show) {
    auto const title = visit.text("steering.change.title");
    std::vector<web::Crumb> const above{
        {visit.text("steering.overview.session", {{"day", visit.locale().day(of.session.day)}}),
         address_of(of.session.id)}};
    web::Frame const frame{.title = title,
                           .current = "/gremien",
                           .breadcrumbs = above,
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = of.session.body_name});
        auto const verdict = visit.text("steering.verdict.is." + of.verdict.verdict);
        ui::notice(w,
                   {.title = visit.text("steering.change.verdict", {{"verdict", verdict}}), .text = of.verdict.reason});
        show(w);
    });
}

void show_kinds(html::Writer& cell, web::Visit& visit, Carried const& of, plan::TopicLine const& topic) {
    cell.put(R"(<span class="lw-badges">)");
    for (auto const kind : kChangeKinds) {
        if (kind == ChangeKind::retire && topic.depth == 0) continue;
        auto const address =
            new_change(of.session.id, of.verdict.field).with("thema", topic.id.value).with("art", word(kind));
        cell.put(R"(<a class="kern-link" href="{}">{}<span class="kern-sr-only"> {} {}</span></a> )", address,
                 kind_text(visit, kind), topic.number, topic.title);
    }
    cell.put("</span>");
}

void show_choice(html::Writer& w, web::Visit& visit, Carried const& of) {
    w.put("<h2>{}</h2><p>{}</p>", visit.text("steering.change.which"), visit.text("steering.change.which_text"));
    ui::Table table(w, {visit.text("steering.change.which"),
                        {{visit.text("steering.change.topic")}, {visit.text("steering.change.what")}},
                        true});
    for (auto const& topic : of.topics)
        table.row([&](ui::Row& row) {
            row.text(topic.number + " " + topic.title);
            row.cell([&](html::Writer& cell) { show_kinds(cell, visit, of, topic); });
        });
    table.end();
}

void wording_fields(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_field(open, {{.name = "title", .label = visit.text("plan.field_name.title")}, ui::TextKind::text, 200});
    ui::text_field(open,
                   {{.name = "subtitle", .label = visit.text("plan.field_name.subtitle"), .need = ui::Need::optional},
                    ui::TextKind::text,
                    300});
    ui::text_area(open, {{.name = "text",
                          .label = visit.text("plan.field_name.text"),
                          .hint = visit.text("plan.field_name.text_hint"),
                          .need = ui::Need::optional},
                         8,
                         20000});
}

void preset(web::Form& form, web::Visit& visit, Carried const& of, plan::TopicLine const& topic, ChangeKind kind) {
    if (kind == ChangeKind::reword)
        form.preset("title", topic.title).preset("subtitle", topic.subtitle).preset("text", topic.text);
    if (kind == ChangeKind::retire) form.preset("text", of.verdict.reason);
    form.preset("field", std::to_string(of.verdict.field.value))
        .preset("topic", std::to_string(topic.id.value))
        .preset("kind", std::string(word(kind)))
        .preset("seen", std::to_string(visit.now().milliseconds));
}

web::Response show_form(web::Visit& visit, Carried const& of, plan::TopicLine const& topic, ChangeKind kind,
                        web::Form form) {
    preset(form, visit, of, topic, kind);
    int const status = form.was_sent() ? web::status_of(form.problems()) : 200;
    return page_of(visit, of, status, [&](html::Writer& w) {
        w.put("<h2>{}: {} {}</h2><p>{}</p>", kind_text(visit, kind), topic.number, topic.title,
              kind_text(visit, kind, "_text"));
        ui::form(w, visit, form, {.action = address_of(of.session.id, "/aenderungen")}, [&](ui::OpenForm const& open) {
            for (auto const* name : {"field", "topic", "kind", "seen"})
                open.w.put(R"(<input type="hidden" name="{}" value="{}">)", name, form.value(name));
            if (kind == ChangeKind::retire)
                ui::text_area(open, {{.name = "text", .label = visit.text("steering.change.reason")}, 3, 1000});
            else
                wording_fields(open, visit);
            ui::submit_row(open, {.label = visit.text("steering.change.save"),
                                  .cancel = new_change(of.session.id, of.verdict.field)});
        });
    });
}

std::int64_t number_of(std::string const& text) {
    std::int64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : 0;
}

TopicChange change_in(web::Fields const& sent, Carried const& of, plan::TopicLine const& topic, ChangeKind kind) {
    return {.field = of.verdict.field,
            .kind = kind,
            .topic = topic.id,
            .title = sent.text("title"),
            .subtitle = sent.text("subtitle"),
            .text = sent.text("text"),
            .seen = Instant{number_of(sent.text("seen"))}};
}

void show_change(html::Writer& w, web::Visit& visit, ShownChanges const& shown, TopicChange const& change) {
    w.put("<li>{}: ", kind_text(visit, change.kind));
    if (change.kind == ChangeKind::reword)
        ui::difference(w, visit.locale(), change.before, change.title);
    else if (change.kind == ChangeKind::add)
        w.put("{}", visit.text("steering.change.below", {{"title", change.title}, {"above", change.before}}));
    else
        ui::difference(w, visit.locale(), change.before, "");
    if (plan::topic(visit.reader(), visit.viewer(), change.topic))
        w.put(R"( <a class="kern-link" href="{}">{}<span class="kern-sr-only">: {}</span></a>)",
              html::Url::checked(fmt::format("/themen/{}", change.topic.value)), visit.text("steering.change.topic"),
              change.before);
    if (shown.are_open)
        ui::button_form(w, visit,
                        {.label = visit.text("steering.change.withdraw"),
                         .action = address_of(shown.session, fmt::format("/aenderungen/{}/ende", change.id)),
                         .more_for_screen_readers = change.title.empty() ? change.before : change.title});
    w.put("</li>");
}

}  // namespace

ShownChanges shown_changes(web::Visit& visit, bodies::SessionId session, bool is_invited) {
    return {session, is_invited && visit.actor().may(kManage),
            store::changes_of(visit.reader(), visit.viewer(), session)};
}

void show_changes(html::Writer& w, web::Visit& visit, ShownChanges const& shown, VerdictDraft const& verdict) {
    if (!carries_changes(verdict.verdict)) return;
    std::vector<TopicChange const*> own;
    for (auto const& change : shown.changes)
        if (change.field == verdict.field) own.push_back(&change);
    if (!own.empty()) w.put("<ul>");
    for (auto const* change : own) show_change(w, visit, shown, *change);
    if (!own.empty()) w.put("</ul>");
    if (!shown.are_open) return;
    if (own.empty()) w.put("<p>{}</p>", visit.text("steering.change.none_yet"));
    w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", new_change(shown.session, verdict.field),
          visit.text("steering.change.new"));
}

web::Response show_new_change(web::Visit& visit) {
    web::Query query(visit.request().query);
    auto const of = carried(visit, query.number("feld").value_or(0));
    auto const kind = query.word("art", change_kind_of, "reword, add, retire");
    auto const* const topic = of.find(query.number("thema").value_or(0));
    if (kind && topic) return show_form(visit, of, *topic, *kind, {});
    return page_of(visit, of, 200, [&](html::Writer& w) {
        web::show_not_understood(w, visit, query);
        show_choice(w, visit, of);
    });
}

web::Response write_change_page(web::Visit& visit) {
    auto const& sent = visit.form();
    auto const of = carried(visit, number_of(sent.text("field")));
    auto const kind = change_kind_of(sent.text("kind"));
    auto const* const topic = of.find(number_of(sent.text("topic")));
    if (!kind || !topic) throw web::NotFound{};
    auto answer =
        visit.submit([&](auto& tx) { return write_change(tx, of.session.id, change_in(sent, of, *topic, *kind)); },
                     [&](Done) { return std::string(address_of(of.session.id).text()); });
    if (!answer) return show_form(visit, of, *topic, *kind, web::Form(sent, answer.problems()));
    return web::announce(*answer, visit.request(), "steering.change.saved");
}

web::Response withdraw_change_page(web::Visit& visit) {
    auto const session = visit.id<bodies::SessionId>("id");
    auto const change = visit.id<bodies::SessionId>("change").value;
    auto answer = visit.submit([&](auto& tx) { return withdraw_change(tx, session, change); },
                               [&](Done) { return std::string(address_of(session).text()); });
    if (!answer) throw web::NotFound{};
    return web::announce(*answer, visit.request(), "steering.change.withdrawn");
}

}  // namespace lenkwerk::steering
