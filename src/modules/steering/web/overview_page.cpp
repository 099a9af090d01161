// The overview of a session: as it stands until the invitation goes out, then as it was frozen; in its two forms, as page and PDF.
#include "modules/steering/commands/freeze.hpp"
#include "modules/steering/commands/overview.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/web/overview_readers.hpp"
#include "modules/steering/web/overview_view.hpp"
#include "modules/steering/web/pages.hpp"
#include "platform/web/pdf_standing.hpp"

namespace lenkwerk::steering {
namespace {

constexpr std::string_view kCurrent = "/uebersicht";

html::Url session_address(bodies::SessionId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/sitzungen/{}{}", id.value, rest));
}

void show_standing(html::Writer& w, web::Visit& visit, std::optional<store::Frozen> const& frozen, bool has_document) {
    if (!frozen)
        return ui::notice(
            w, {.title = visit.text("steering.overview.living"), .text = visit.text("steering.overview.living_text")});
    ui::notice(w,
               {.title = visit.text("steering.overview.frozen", {{"moment", visit.locale().moment(frozen->frozen_at)}}),
                .text = visit.text("steering.overview.digest", {{"digest", frozen->digest}}),
                .kind = ui::NoticeKind::good});
    if (has_document) return;
    web::show_pdf_standing(w, visit, web::pdf_standing(visit.reader(), kPrintJob, print_key(frozen->id)));
}

void show_tabs(html::Writer& w, web::Visit& visit, bodies::SessionLine const& session, Form current) {
    std::vector<ui::Tab> tabs;
    for (auto const form : kForms)
        if (may_read(visit.viewer(), session.body, form))
            tabs.push_back({form_name(form, visit.locale()), overview_address(session.id, form), form == current});
    if (tabs.size() > 1) ui::tabs(w, visit.text("steering.overview.forms"), tabs);
}

web::Response show(web::Visit& visit, Form form) {
    auto const session = session_with_overview(visit, form);
    auto const frozen = store::find_frozen(visit.reader(), session.id, form);
    auto const overview = frozen ? frozen->overview : make_overview(visit.reader(), session, form, visit.today());
    bool const has_document = frozen && store::has_document(visit.reader(), frozen->id);
    auto const title = title_of(overview, visit.locale());
    std::vector<web::Crumb> const above{
        {session.body_name, html::Url::checked(fmt::format("/gremien/{}", session.body.value))},
        {visit.text("steering.overview.session", {{"day", visit.locale().day(session.day)}}),
         session_address(session.id)}};
    std::vector<ui::Action> actions;
    if (has_document)
        actions.push_back({visit.text("steering.pdf.open"), overview_address(session.id, form, "/pdf"), "download"});
    auto page = web::page(visit, {.title = title, .current = std::string(kCurrent), .breadcrumbs = above},
                          [&](html::Writer& w) {
                              ui::heading(w, {.title = title,
                                              .above = overview.plan,
                                              .lead = visit.text(fmt::format("steering.form.{}_lead", word(form))),
                                              .actions = actions});
                              show_tabs(w, visit, session, form);
                              show_standing(w, visit, frozen, has_document);
                              show_overview(w, visit.locale(), overview, Medium::screen);
                          });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response download(web::Visit& visit, Form form) {
    auto const session = session_with_overview(visit, form);
    auto const frozen = store::find_frozen(visit.reader(), session.id, form);
    auto bytes = frozen ? store::document(visit.reader(), frozen->id) : std::nullopt;
    if (!bytes) throw web::NotFound{};
    web::Response answer{.content_type = "application/pdf", .body = *std::move(bytes)};
    answer.with("content-disposition",
                fmt::format("inline; filename=\"uebersicht-{}-{}.pdf\"", session.day.iso(), word(form)));
    return answer;
}

}  // namespace

web::Response show_current_overview(web::Visit& visit) {
    for (auto const& body : bodies::bodies_of_kind(visit.reader(), "steering_group")) {
        auto const session = bodies::next_regular(visit.reader(), visit.viewer(), body.id, visit.today());
        if (!session) continue;
        auto const form = may_read(visit.viewer(), body.id, Form::body) ? Form::body : Form::everyone;
        return web::Response::see_other(std::string(overview_address(session->id, form).text()));
    }
    auto const title = visit.text("steering.overview.title");
    return web::page(visit, {.title = title, .current = std::string(kCurrent)}, [&](html::Writer& w) {
        ui::heading(w, {.title = title});
        ui::empty_state(w, {visit.text("steering.overview.none"), visit.text("steering.overview.none_text"),
                            visit.text("bodies.list.title"), "/gremien"});
    });
}

web::Response show_body_form(web::Visit& visit) { return show(visit, Form::body); }
web::Response show_public_form(web::Visit& visit) { return show(visit, Form::everyone); }
web::Response download_body_form(web::Visit& visit) { return download(visit, Form::body); }
web::Response download_public_form(web::Visit& visit) { return download(visit, Form::everyone); }

void show_session_panel(web::Visit& visit, Subject const& subject, html::Writer& w) {
    auto const session = bodies::session(visit.reader(), visit.viewer(), {subject.id});
    if (!session || !has_overview(*session) || session->state == "cancelled") return;
    std::vector<ui::Card> cards;
    for (auto const form : kForms)
        if (may_read(visit.viewer(), session->body, form))
            cards.push_back({form_name(form, visit.locale()), overview_address(session->id, form),
                             visit.text("steering.overview.title"),
                             visit.text(fmt::format("steering.form.{}_lead", word(form)))});
    w.put("<section><h2>{}</h2>", visit.text("steering.overview.title"));
    ui::cards(w, cards, 3);
    w.put("</section>");
}

}  // namespace lenkwerk::steering
