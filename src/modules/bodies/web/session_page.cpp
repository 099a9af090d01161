// The page of a session: when and where, its agenda, what other modules have for it; and for the office what comes next.
#include "modules/bodies/commands/invitations.hpp"
#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/store/agenda.hpp"
#include "modules/bodies/store/due_invitations.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {
namespace {

ui::Tone tone_of(SessionState state) {
    switch (state) {
        case SessionState::planned: return ui::Tone::neutral;
        case SessionState::invited: return ui::Tone::info;
        case SessionState::held: return ui::Tone::good;
        case SessionState::cancelled: return ui::Tone::bad;
    }
    throw std::logic_error("unknown state of a session");
}

bool is_over(SessionState state) { return state == SessionState::held || state == SessionState::cancelled; }

void show_facts(html::Writer& w, web::Visit& visit, store::Body const& body, store::Session const& session) {
    ui::DescriptionList list(w);
    list.link(visit.text("bodies.session.body"), body.facts.name, body_address(body.id));
    list.fact(visit.text("bodies.sessions.day"), when_text(visit, session.facts));
    list.fact(visit.text("bodies.sessions.place"), session.facts.place);
    list.fact(visit.text("bodies.sessions.kind"),
              visit.text(fmt::format("bodies.session_kind.{}", word(session.facts.kind))));
    if (session.invited_at)
        list.fact(visit.text("bodies.session.invited_at"), visit.locale().moment(*session.invited_at));
    list.end();
}

void show_item_buttons(html::Writer& w, web::Visit& visit, store::AgendaItem const& item) {
    auto const address = [&](std::string_view rest) {
        return session_address(item.session, fmt::format("/tagesordnung/{}{}", item.id.value, rest));
    };
    w.put(R"(<p><a class="kern-link" href="{}">{}</a></p>)", address(""), visit.text("bodies.agenda.edit"));
    if (item.position > 1)
        ui::button_form(w, visit,
                        {.label = visit.text("bodies.agenda.raise"),
                         .action = address("/platz"),
                         .more_for_screen_readers = item.facts.title});
    ui::button_form(w, visit,
                    {.label = visit.text("bodies.agenda.remove"),
                     .action = address("/ende"),
                     .more_for_screen_readers = item.facts.title});
}

void show_agenda(html::Writer& w, web::Visit& visit, store::Session const& session, bool manages) {
    auto const items = store::agenda_of(visit.reader(), visit.viewer(), session.id);
    w.put("<section><h2>{}</h2>", visit.text("bodies.agenda.title"));
    if (items.empty()) w.put("<p>{}</p>", visit.text("bodies.agenda.empty"));
    if (!items.empty()) w.put(R"(<ol class="lw-agenda">)");
    for (auto const& item : items) {
        w.put(R"(<li value="{}"><h3>{}</h3>)", item.position, item.facts.title);
        if (item.facts.audience != Audience::everyone())
            ui::badge(w, visit.text(fmt::format("bodies.audience.{}", word(item.facts.audience.visibility()))));
        if (!item.facts.text.empty()) w.put("<p>{}</p>", item.facts.text);
        if (manages && !is_over(session.state)) show_item_buttons(w, visit, item);
        w.put("</li>");
    }
    if (!items.empty()) w.put("</ol>");
    w.put("</section>");
}

// The office's next steps, with what each sets going.
void show_steps(html::Writer& w, web::Visit& visit, store::Body const& body, store::Session const& session) {
    auto const step = [&](std::string_view name, std::string_view rest, bool weighty) {
        w.put("<p>{}</p>", visit.text(fmt::format("bodies.step.{}_text", name)));
        ui::button_form(w, visit,
                        {.label = visit.text(fmt::format("bodies.step.{}", name)),
                         .action = session_address(session.id, rest),
                         .weighty = weighty});
    };
    w.put(R"(<section class="lw-no-print"><h2>{}</h2>)", visit.text("bodies.step.title"));
    if (session.state == SessionState::planned) {
        if (auto const due = store::invitation_due(visit.reader(), session.id))
            w.put("<p>{}</p>", visit.text("bodies.due.by", {{"day", visit.locale().day(*due)}}));
        step("invite", "/einladung", true);
    }
    bool const takes_place = session.state == SessionState::invited && session.facts.day <= visit.today();
    if (takes_place && !ends_with_verdicts(body.facts.kind, session.facts.kind)) step("hold", "/durchfuehrung", true);
    if (!is_over(session.state)) step("cancel", "/absage", true);
    step(session.audience == Audience::everyone() ? "hide" : "publish", "/sichtbarkeit", false);
    w.put("</section>");
}

std::vector<ui::Action> actions_of(web::Visit& visit, store::Session const& session, bool manages) {
    std::vector<ui::Action> actions;
    if (!is_over(session.state))
        actions.push_back({visit.text("bodies.session.calendar"), session_address(session.id, "/termin"), "download"});
    if (!manages || is_over(session.state)) return actions;
    actions.push_back({visit.text("bodies.session.edit"), session_address(session.id, "/bearbeiten"), "edit"});
    actions.push_back({visit.text("bodies.agenda.new"), session_address(session.id, "/tagesordnung/neu"), "add"});
    return actions;
}

}  // namespace

web::Response show_session_page(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const body = store::find_body(visit.reader(), session.body).value();
    bool const manages = visit.actor().may(kManage);
    auto const title = session_title(visit, body, session.facts);
    auto page = web::page(
        visit, {.title = title, .current = std::string(kNavigation), .breadcrumbs = above(visit, body)},
        [&](html::Writer& w) {
            auto const state = visit.text(fmt::format("bodies.session_state.{}", word(session.state)));
            ui::heading(w, {.title = title,
                            .beside = [&](html::Writer& beside) { ui::badge(beside, state, tone_of(session.state)); },
                            .actions = actions_of(visit, session, manages)});
            show_facts(w, visit, body, session);
            web::show_panels(visit, "bodies.session", {"session", session.id.value}, w);
            show_agenda(w, visit, session, manages);
            if (manages) show_steps(w, visit, body, session);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response download_calendar(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const body = store::find_body(visit.reader(), session.body).value();
    auto const entry = calendar_entry(visit.city(), body, session, visit.locale());
    return web::Response::file(entry, documents::kCalendarType, fmt::format("sitzung-{}.ics", session.facts.day.iso()));
}

}  // namespace lenkwerk::bodies
