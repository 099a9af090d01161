// The form for a point of the agenda, and the buttons that move it up or take it off.
#include "modules/bodies/commands/agenda.hpp"
#include "modules/bodies/store/agenda.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {
namespace {

AgendaItemDraft draft_of(web::Visit& visit) {
    auto const& sent = visit.form();
    auto const chosen = visibility_of(sent.raw("audience")).value_or(Visibility::administration);
    AgendaItemDraft draft{sent.text("title"), sent.text("text")};
    if (chosen == Visibility::everyone) draft.audience = Audience::everyone();
    if (chosen == Visibility::body) draft.audience = Audience::body(session_at(visit).body.value);
    return draft;
}

void fields(ui::OpenForm const& open, web::Visit& visit, html::Url const& back) {
    std::vector<ui::Choice> audiences;
    for (auto const visibility : {Visibility::body, Visibility::administration, Visibility::everyone})
        audiences.push_back(
            {std::string(word(visibility)), visit.text(fmt::format("bodies.audience.{}", word(visibility)))});
    ui::text_field(open, {{.name = "title", .label = visit.text("bodies.agenda.item")}, ui::TextKind::text, 200});
    ui::text_area(open,
                  {{.name = "text", .label = visit.text("bodies.agenda.text"), .need = ui::Need::optional}, 5, 5000});
    ui::choices(open, {{.name = "audience", .label = visit.text("bodies.agenda.audience")}, audiences});
    ui::submit_row(open, {.label = visit.text("bodies.agenda.save"), .cancel = back});
}

web::Response show_form(web::Visit& visit, store::Session const& session, web::Form form,
                        std::optional<store::AgendaItem> const& known) {
    auto const body = store::find_body(visit.reader(), session.body).value();
    auto const visibility = known ? known->facts.audience.visibility() : Visibility::administration;
    form.preset("audience", std::string(word(visibility)));
    if (known) form.preset("title", known->facts.title).preset("text", known->facts.text);
    auto const action =
        session_address(session.id, known ? fmt::format("/tagesordnung/{}", known->id.value) : "/tagesordnung");
    auto const back = session_address(session.id);
    FormPage page{visit.text(known ? "bodies.agenda.edit" : "bodies.agenda.new"), above(visit, body, session), action,
                  back};
    if (known) page.version = known->version;
    return form_page(visit, page, form, [&](ui::OpenForm const& open) { fields(open, visit, back); });
}

store::AgendaItem item_at(web::Visit& visit, SessionId session) {
    auto const item = store::find_agenda_item(visit.reader(), visit.id<AgendaItemId>("item"));
    if (!item || item->session != session) throw web::NotFound{};
    return *item;
}

template <class Command> web::Response step(web::Visit& visit, std::string_view done, Command command) {
    auto const session = session_at(visit).id;
    auto const item = item_at(visit, session).id;
    auto answer = visit.submit([&](auto& tx) { return command(tx, item); },
                               [&](Done) { return text_of(session_address(session)); });
    if (answer) return web::announce(*answer, visit.request(), done);
    auto back = web::Response::see_other(text_of(session_address(session)));
    return web::announce(back, visit.request(), answer.problems().front().key);
}

}  // namespace

web::Response show_new_agenda_item(web::Visit& visit) { return show_form(visit, session_at(visit), {}, std::nullopt); }

web::Response add_agenda_item_page(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const draft = draft_of(visit);
    auto answer = visit.submit([&](auto& tx) { return add_agenda_item(tx, session.id, draft); },
                               [&](AgendaItemId) { return text_of(session_address(session.id)); });
    if (!answer) return show_form(visit, session, web::Form(visit.form(), answer.problems()), std::nullopt);
    return web::announce(*answer, visit.request(), "bodies.agenda.added");
}

web::Response show_edit_agenda_item(web::Visit& visit) {
    auto const session = session_at(visit);
    return show_form(visit, session, {}, item_at(visit, session.id));
}

web::Response save_agenda_item(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const item = item_at(visit, session.id);
    auto const draft = draft_of(visit);
    auto const version = web::version_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return edit_agenda_item(tx, item.id, draft, version); },
                               [&](Done) { return text_of(session_address(session.id)); });
    if (!answer) return show_form(visit, session, web::Form(visit.form(), answer.problems()), item);
    return web::announce(*answer, visit.request(), "bodies.agenda.saved");
}

web::Response remove_agenda_item_page(web::Visit& visit) {
    return step(visit, "bodies.agenda.removed",
                [](storage::Transaction& tx, AgendaItemId id) { return remove_agenda_item(tx, id); });
}

web::Response raise_agenda_item_page(web::Visit& visit) {
    return step(visit, "bodies.agenda.raised",
                [](storage::Transaction& tx, AgendaItemId id) { return raise_agenda_item(tx, id); });
}

}  // namespace lenkwerk::bodies
