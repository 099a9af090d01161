#pragma once
// What the pages of bodies share: addresses, the thing that an address names, words.
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"
#include "modules/bodies/web/pages.hpp"

namespace lenkwerk::bodies {

inline constexpr std::string_view kNavigation = "/gremien";

html::Url body_address(BodyId id, std::string_view rest = "");
html::Url session_address(SessionId id, std::string_view rest = "");
std::string text_of(html::Url const& address);

// Of the route's {id}; 404 where there is none that the reader may see.
store::Body body_at(web::Visit& visit);
store::Session session_at(web::Visit& visit);

std::vector<web::Crumb> above_body(web::Visit& visit);
std::vector<web::Crumb> above(web::Visit& visit, store::Body const& body);
std::vector<web::Crumb> above(web::Visit& visit, store::Body const& body, store::Session const& session);

std::string when_text(web::Visit& visit, SessionDraft const& session);
std::string session_title(web::Visit& visit, store::Body const& body, SessionDraft const& session);

// A list of our words as choices: {"administration", "Verwaltung"}.
std::vector<ui::Choice> choices_of(web::Visit& visit, std::string_view prefix, std::span<std::string_view const> words);
int number_of(web::Fields const& form, std::string_view field, int otherwise);
std::int64_t id_of(web::Fields const& form, std::string_view field);  // 0 where nothing is chosen

// One page with one form.
struct FormPage {
    std::string title;
    std::vector<web::Crumb> above;
    html::Url action, back;
    std::optional<std::int64_t> version = std::nullopt;
    std::string lead = {};
};
web::Response form_page(web::Visit& visit, FormPage const& page, web::Form const& form, ui::FormFields const& fields);

}  // namespace lenkwerk::bodies
