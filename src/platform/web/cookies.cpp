#include "platform/web/cookies.hpp"

namespace lenkwerk::web {
namespace {

std::string_view plain_name(Cookie cookie) {
    switch (cookie) {
        case Cookie::session: return "sitzung";
        case Cookie::form: return "formular";
        case Cookie::language: return "sprache";
        case Cookie::announcement: return "meldung";
    }
    throw std::logic_error("unknown cookie");
}

}  // namespace

std::string cookie_name(Cookie cookie, bool over_tls) {
    bool const is_secret = cookie == Cookie::session || cookie == Cookie::form;
    auto const* const prefix = over_tls && is_secret ? "__Host-" : "";
    return prefix + std::string(plain_name(cookie));
}

std::string cookie_value(Cookie cookie, Request const& request) {
    return request.cookie(cookie_name(cookie, request.over_tls));
}

std::string set_cookie(Cookie cookie, std::string_view value, bool over_tls,
                       std::optional<std::chrono::seconds> lifetime) {
    auto text = cookie_name(cookie, over_tls) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (over_tls) text += "; Secure";
    if (lifetime) text += "; Max-Age=" + std::to_string(lifetime->count());
    return text;
}

}  // namespace lenkwerk::web
