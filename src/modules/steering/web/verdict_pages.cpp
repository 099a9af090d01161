// The verdicts of a session on the fields of action: what was said, and the office's form with one part for each field.
#include "modules/bodies/bodies.hpp"
#include "modules/steering/commands/verdicts.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/store/verdicts.hpp"
#include "modules/steering/web/change_pages.hpp"
#include "modules/steering/web/pages.hpp"
#include "platform/city.hpp"

#include <charconv>

namespace lenkwerk::steering {
namespace {

html::Url address_of(bodies::SessionId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/sitzungen/{}{}", id.value, rest));
}

std::string verdict_name(web::Visit& visit, std::string_view verdict) {
    return visit.text("steering.verdict.is." + std::string(verdict));
}

bodies::SessionLine session_at(web::Visit& visit) {
    auto const session = bodies::session(visit.reader(), visit.viewer(), visit.id<bodies::SessionId>("id"));
    if (!session) throw web::NotFound{};
    return *session;
}

// The fields on which the session has to say something; 404 where its overview is not frozen.
std::vector<FieldPart> fields_of(web::Visit& visit, bodies::SessionId session) {
    auto frozen = store::find_frozen(visit.reader(), session, Form::body);
    if (!frozen) throw web::NotFound{};
    std::erase_if(frozen->overview.fields, [](FieldPart const& field) { return field.number.empty(); });
    return std::move(frozen->overview.fields);
}

std::vector<ui::Choice> groups(web::Visit& visit) {
    std::vector<ui::Choice> choices;
    for (auto const& body : bodies::bodies_of_kind(visit.reader(), "working_group"))
        if (body.is_open) choices.push_back({std::to_string(body.id.value), body.name});
    return choices;
}

void show_field(ui::OpenForm const& open, web::Visit& visit, FieldPart const& field,
                std::vector<ui::Choice> const& bodies) {
    auto const name = [&](std::string_view part) { return name_of({field.id}, part); };
    std::vector<ui::Choice> verdicts;
    for (auto const verdict : kVerdicts) verdicts.push_back({std::string(verdict), verdict_name(visit, verdict)});
    open.w.put("<section><h2>{}</h2>",
               visit.text("steering.field.title", {{"number", field.number}, {"title", field.title}}));
    ui::choices(open,
                {{.name = name("verdict"), .label = visit.text("steering.verdict.label"), .need = ui::Need::optional},
                 verdicts});
    ui::text_area(open, {{.name = name("reason"),
                          .label = visit.text("steering.verdict.reason"),
                          .hint = visit.text("steering.verdict.reason_hint"),
                          .need = ui::Need::optional},
                         3,
                         1000});
    ui::select(open, {{.name = name("group"),
                       .label = visit.text("steering.verdict.group"),
                       .hint = visit.text("steering.verdict.group_hint"),
                       .need = ui::Need::optional},
                      bodies});
    ui::day_field(open,
                  {{.name = name("until"), .label = visit.text("steering.verdict.until"), .need = ui::Need::optional}});
    open.w.put("</section>");
}

void preset(web::Form& form, VerdictDraft const& verdict) {
    auto const name = [&](std::string_view part) { return name_of(verdict.field, part); };
    form.preset(name("verdict"), verdict.verdict).preset(name("reason"), verdict.reason);
    if (verdict.group) form.preset(name("group"), std::to_string(verdict.group->value));
    if (verdict.until) form.preset(name("until"), verdict.until->iso());
    if (verdict.audience == Audience::everyone()) form.preset("public", "1");
}

web::Response show_form(web::Visit& visit, web::Form form) {
    auto const session = session_at(visit);
    auto const fields = fields_of(visit, session.id);
    auto const bodies = groups(visit);
    for (auto const& verdict : store::verdicts_of(visit.reader(), visit.viewer(), session.id)) preset(form, verdict);
    auto const title = visit.text("steering.verdict.form");
    std::vector<web::Crumb> const above{
        {visit.text("steering.overview.session", {{"day", visit.locale().day(session.day)}}), address_of(session.id)}};
    int const status = form.was_sent() ? web::status_of(form.problems()) : 200;
    return web::page(
        visit,
        {.title = title,
         .current = "/gremien",
         .breadcrumbs = above,
         .width = web::Width::reading,
         .status = status,
         .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .above = session.body_name, .lead = visit.text("steering.verdict.lead")});
            ui::form(w, visit, form, {.action = address_of(session.id, "/ergebnis")}, [&](ui::OpenForm const& open) {
                for (auto const& field : fields) show_field(open, visit, field, bodies);
                ui::checkbox(
                    open,
                    {.name = "public", .label = visit.text("steering.verdict.public"), .need = ui::Need::optional});
                ui::submit_row(open, {.label = visit.text("steering.verdict.save"), .cancel = address_of(session.id)});
            });
        });
}

std::int64_t number_of(std::string const& text) {
    std::int64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : 0;
}

// Fields about which nothing was chosen are left as they are.
std::vector<VerdictDraft> verdicts_in(web::Fields const& sent, std::vector<FieldPart> const& fields) {
    std::vector<VerdictDraft> verdicts;
    for (auto const& field : fields) {
        auto const said = [&](std::string_view part) { return sent.text(name_of({field.id}, part)); };
        if (said("verdict").empty()) continue;
        VerdictDraft verdict{{field.id}, said("verdict"), said("reason"), std::nullopt, Day::parse(said("until"))};
        if (auto const group = number_of(said("group"))) verdict.group = bodies::BodyId{group};
        if (sent.raw("public") == "1") verdict.audience = Audience::everyone();
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

void show_verdict(ui::Row& row, web::Visit& visit, FieldPart const& field, VerdictDraft const* verdict,
                  ShownChanges const& changes) {
    row.text(visit.text("steering.field.title", {{"number", field.number}, {"title", field.title}}));
    if (!verdict) return row.text(visit.text("steering.verdict.none")), row.empty();
    row.text(verdict_name(visit, verdict->verdict));
    auto const group = verdict->group ? bodies::body(visit.reader(), *verdict->group) : std::nullopt;
    row.cell([&](html::Writer& cell) {
        cell.text(verdict->reason);
        if (group && verdict->until)
            cell.put("<p>{}</p>", visit.text("steering.verdict.order",
                                             {{"group", group->name}, {"day", visit.locale().day(*verdict->until)}}));
        show_changes(cell, visit, changes, *verdict);
    });
}

void show_office_steps(html::Writer& w, web::Visit& visit, bodies::SessionLine const& session) {
    if (!visit.actor().may(kManage) || session.state != "invited") return;
    ui::actions(w, {{visit.text("steering.verdict.form"), address_of(session.id, "/ergebnis"), "edit"}});
    if (session.day <= visit.today())
        ui::button_form(w, visit,
                        {.label = visit.text("steering.verdict.close"),
                         .action = address_of(session.id, "/abschluss"),
                         .weighty = true});
}

}  // namespace

void show_verdict_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    bodies::SessionId const id{subject.id};
    auto const session = bodies::session(visit.reader(), visit.viewer(), id);
    auto const frozen = store::find_frozen(visit.reader(), id, Form::body);
    if (!session || !frozen) return;
    auto const verdicts = store::verdicts_of(visit.reader(), visit.viewer(), id);
    if (verdicts.empty() && !visit.actor().may(kManage)) return;
    auto const changes = shown_changes(visit, id, session->state == "invited");
    w.put("<section><h2>{}</h2>", visit.text("steering.verdict.title"));
    ui::Table table(w, {visit.text("steering.verdict.title"),
                        {{visit.text("steering.finding.field")},
                         {visit.text("steering.verdict.label")},
                         {visit.text("steering.verdict.reason")}},
                        true});
    for (auto const& field : frozen->overview.fields) {
        if (field.number.empty()) continue;
        auto const verdict = std::ranges::find(verdicts, plan::TopicId{field.id}, &VerdictDraft::field);
        table.row([&](ui::Row& row) {
            show_verdict(row, visit, field, verdict == verdicts.end() ? nullptr : &*verdict, changes);
        });
    }
    table.end();
    show_office_steps(w, visit, *session);
    w.put("</section>");
}

web::Response show_verdict_form(web::Visit& visit) { return show_form(visit, {}); }

web::Response give_verdicts_page(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const verdicts = verdicts_in(visit.form(), fields_of(visit, session.id));
    auto answer = visit.submit([&](auto& tx) { return give_verdicts(tx, session.id, verdicts); },
                               [&](Done) { return std::string(address_of(session.id).text()); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()));
    return web::announce(*answer, visit.request(), "steering.verdict.saved");
}

web::Response close_session_page(web::Visit& visit) {
    auto const session = session_at(visit);
    // In the city's language, whoever presses the button: it stands in the plan's history for ever.
    auto const& city = visit.city().locale(visit.city().settings()->language);
    auto const decision =
        city.text("steering.change.source", {{"body", session.body_name}, {"day", city.day(session.day)}});
    auto answer = visit.submit([&](auto& tx) { return close_session(tx, session.id, visit.today(), decision); },
                               [&](Done) { return std::string(address_of(session.id).text()); });
    if (answer) return web::announce(*answer, visit.request(), "steering.verdict.closed");
    auto back = web::Response::see_other(std::string(address_of(session.id).text()));
    return web::announce(back, visit.request(), answer.problems().front().key);
}

}  // namespace lenkwerk::steering
