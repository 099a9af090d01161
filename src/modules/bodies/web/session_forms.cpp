// The office's forms for a single session, and the steps of its life.
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/web/session_fields.hpp"

namespace lenkwerk::bodies {
namespace {

constexpr std::array kKinds{SessionKind::regular, SessionKind::extraordinary};

SessionDraft draft_of(web::Visit& visit) {
    auto const& sent = visit.form();
    return {session_kind_of(sent.raw("kind")).value_or(SessionKind::regular),
            Day::parse(sent.text("day")).value_or(visit.today()), start_minute_of(sent), number_of(sent, "minutes", 0),
            sent.text("place")};
}

void fields(ui::OpenForm const& open, web::Visit& visit, html::Url const& back) {
    std::vector<ui::Choice> kinds;
    for (auto const kind : kKinds)
        kinds.push_back({std::string(word(kind)), visit.text(fmt::format("bodies.session_kind.{}", word(kind)))});
    ui::choices(open, {{.name = "kind", .label = visit.text("bodies.sessions.kind")}, kinds});
    ui::day_field(open, {{.name = "day", .label = visit.text("bodies.field.day")}});
    time_and_place(open, visit);
    ui::submit_row(open, {.label = visit.text("bodies.session.save"), .cancel = back});
}

web::Response show_form(web::Visit& visit, store::Body const& body, web::Form form,
                        std::optional<store::Session> const& known) {
    SessionDraft const facts = known ? known->facts : SessionDraft{SessionKind::extraordinary, visit.today() + 14};
    form.preset("kind", std::string(word(facts.kind))).preset("day", facts.day.iso());
    preset_time_and_place(form, facts.start_minute, facts.minutes, facts.place);
    auto const back = known ? session_address(known->id) : body_address(body.id);
    FormPage page{visit.text(known ? "bodies.session.edit" : "bodies.session.new"),
                  known ? above(visit, body, *known) : above(visit, body),
                  known ? back : body_address(body.id, "/sitzungen"), back};
    if (known) page.version = known->version;
    if (known && known->state == SessionState::invited) page.lead = visit.text("bodies.session.edit_lead");
    return form_page(visit, page, form, [&](ui::OpenForm const& open) { fields(open, visit, back); });
}

store::Body body_of(web::Visit& visit, store::Session const& session) {
    return store::find_body(visit.reader(), session.body).value();
}

// A step of the session's life: the button of its page. A refusal is told at the top of that page.
template <class Command> web::Response step(web::Visit& visit, SessionId id, std::string_view done, Command command) {
    auto answer = visit.submit(command, [&](Done) { return text_of(session_address(id)); });
    if (answer) return web::announce(*answer, visit.request(), done);
    if (answer.problems().front().key == "access.denied") throw web::Forbidden{};
    auto back = web::Response::see_other(text_of(session_address(id)));
    return web::announce(back, visit.request(), answer.problems().front().key);
}

}  // namespace

web::Response show_new_session(web::Visit& visit) { return show_form(visit, body_at(visit), {}, std::nullopt); }

web::Response add_session_page(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const draft = draft_of(visit);
    auto answer = visit.submit([&](auto& tx) { return add_session(tx, body.id, draft); },
                               [](SessionId id) { return text_of(session_address(id)); });
    if (!answer) return show_form(visit, body, web::Form(visit.form(), answer.problems()), std::nullopt);
    return web::announce(*answer, visit.request(), "bodies.session.added");
}

web::Response show_edit_session(web::Visit& visit) {
    auto const session = session_at(visit);
    return show_form(visit, body_of(visit, session), {}, session);
}

web::Response save_session(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const draft = draft_of(visit);
    auto const version = web::version_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return edit_session(tx, session.id, draft, version); },
                               [&](Done) { return text_of(session_address(session.id)); });
    if (!answer) return show_form(visit, body_of(visit, session), web::Form(visit.form(), answer.problems()), session);
    return web::announce(*answer, visit.request(), "bodies.session.saved");
}

web::Response invite_page(web::Visit& visit) {
    auto const id = session_at(visit).id;
    return step(visit, id, "bodies.session.is_invited", [&](auto& tx) { return invite_to_session(tx, id); });
}

web::Response cancel_session_page(web::Visit& visit) {
    auto const id = session_at(visit).id;
    return step(visit, id, "bodies.session.is_cancelled", [&](auto& tx) { return cancel_session(tx, id); });
}

web::Response note_held_page(web::Visit& visit) {
    auto const id = session_at(visit).id;
    return step(visit, id, "bodies.session.is_held",
                [&](auto& tx) { return note_session_held(tx, id, visit.today()); });
}

web::Response publish_session_page(web::Visit& visit) {
    auto const session = session_at(visit);
    bool const is_public = session.audience == Audience::everyone();
    auto const audience = is_public ? Audience::administration() : Audience::everyone();
    return step(visit, session.id, is_public ? "bodies.session.is_hidden" : "bodies.session.is_published",
                [&](auto& tx) { return show_session(tx, session.id, audience); });
}

}  // namespace lenkwerk::bodies
