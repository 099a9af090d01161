#include "modules/bodies/web/common.hpp"

#include <charconv>

namespace lenkwerk::bodies {
namespace {

template <class Number> Number parsed(std::string const& text, Number otherwise) {
    Number number = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : otherwise;
}

}  // namespace

html::Url body_address(BodyId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/gremien/{}{}", id.value, rest));
}
html::Url session_address(SessionId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/sitzungen/{}{}", id.value, rest));
}
std::string text_of(html::Url const& address) { return std::string(address.text()); }

store::Body body_at(web::Visit& visit) {
    auto const body = store::find_body(visit.reader(), visit.id<BodyId>("id"));
    if (!body) throw web::NotFound{};
    return *body;
}

store::Session session_at(web::Visit& visit) {
    auto const session = store::find_session(visit.reader(), visit.viewer(), visit.id<SessionId>("id"));
    if (!session) throw web::NotFound{};
    return *session;
}

std::vector<web::Crumb> above_body(web::Visit& visit) {
    return {{visit.text("bodies.list.title"), html::Url{"/gremien"}}};
}

std::vector<web::Crumb> above(web::Visit& visit, store::Body const& body) {
    auto crumbs = above_body(visit);
    crumbs.push_back({body.facts.name, body_address(body.id)});
    return crumbs;
}

std::vector<web::Crumb> above(web::Visit& visit, store::Body const& body, store::Session const& session) {
    auto crumbs = above(visit, body);
    crumbs.push_back({visit.text("bodies.session.of", {{"day", visit.locale().day(session.facts.day)}}),
                      session_address(session.id)});
    return crumbs;
}

std::string when_text(web::Visit& visit, SessionDraft const& session) {
    return visit.text("bodies.sessions.when", {{"day", visit.locale().day(session.day, i18n::DayStyle::words)},
                                               {"time", clock_of(session.start_minute)}});
}

std::string session_title(web::Visit& visit, store::Body const& body, SessionDraft const& session) {
    return visit.text("bodies.session.title",
                      {{"body", body.facts.name}, {"day", visit.locale().day(session.day, i18n::DayStyle::words)}});
}

std::vector<ui::Choice> choices_of(web::Visit& visit, std::string_view prefix,
                                   std::span<std::string_view const> words) {
    std::vector<ui::Choice> choices;
    for (auto const word : words)
        choices.push_back({std::string(word), visit.text(fmt::format("bodies.{}.{}", prefix, word))});
    return choices;
}

int number_of(web::Fields const& form, std::string_view field, int otherwise) {
    return parsed(form.text(field), otherwise);
}
std::int64_t id_of(web::Fields const& form, std::string_view field) {
    return parsed(form.text(field), std::int64_t{0});
}

web::Response form_page(web::Visit& visit, FormPage const& page, web::Form const& form, ui::FormFields const& fields) {
    int const status = form.was_sent() ? web::status_of(form.problems()) : 200;
    web::Frame const frame{.title = page.title,
                           .current = std::string(kNavigation),
                           .breadcrumbs = page.above,
                           .width = web::Width::reading,
                           .status = status,
                           .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = page.title, .lead = page.lead});
        ui::FormFrame open{.action = page.action};
        open.version = page.version;
        ui::form(w, visit, form, open, fields);
    });
}

}  // namespace lenkwerk::bodies
