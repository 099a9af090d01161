#include "platform/web/dispatcher.hpp"

#include "platform/city.hpp"
#include "platform/storage/page.hpp"
#include "platform/web/api.hpp"
#include "platform/web/cookies.hpp"
#include "platform/web/csrf.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/errors/error_page.hpp"
#include "platform/web/form.hpp"
#include "platform/web/languages.hpp"
#include "platform/web/request_log.hpp"
#include "platform/web/session.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace lenkwerk::web {
namespace {

constexpr std::string_view kSignIn = "/anmelden";
constexpr std::chrono::hours kLanguageKept{24 * 365};

bool is_safe(Method method) { return method == Method::get || method == Method::head || method == Method::options; }

Caller caller_of(City& city, Request const& request, storage::Reader const& reader) {
    Caller caller;
    auto const token = session_token(request);
    if (!token.empty() && city.authenticate())
        if (auto signed_in = city.authenticate()(reader, hash_of_token(token), city.clock().now(), city.today()))
            return {.actor = std::move(signed_in->actor),
                    .display_name = std::move(signed_in->display_name),
                    .locale = std::move(signed_in->locale),
                    .secret = token,
                    .by_bearer = !request.header("authorization").empty()};
    caller.secret = cookie_value(Cookie::form, request);
    return caller;
}

// A browser is asked for the form's token. A program that brings its own proof, or nothing that could be abused, is not.
bool comes_from_our_form(RequestVisit& visit) {
    auto const& request = visit.request();
    auto const& caller = visit.caller();
    bool const is_nobody = visit.actor().viewer().is_visitor() && caller.secret.empty();
    if (caller.by_bearer || (is_api(request.path) && is_nobody)) return true;
    if (request.header("sec-fetch-site") == "cross-site") return false;
    auto const in_header = request.header("x-form-token");
    return csrf_matches(caller.secret, in_header.empty() ? visit.form().raw(kCsrfField) : std::string(in_header));
}

Response to_sign_in(Request const& request) {
    auto const back = request.method == Method::get ? request.target : std::string{"/"};
    return Response::see_other(fmt::format("{}?weiter={}", kSignIn, percent_encode(back)));
}

// Answers where the door is closed; nothing where it is open.
std::optional<Response> closed(Door const& door, RequestVisit& visit) {
    if (door.kind == Door::Kind::open) return std::nullopt;
    if (!visit.actor().account())
        return is_api(visit.request().path) ? error_page(visit, 401) : to_sign_in(visit.request());
    if (door.kind == Door::Kind::permission && !visit.actor().may_somewhere(door.permission)) throw Forbidden{};
    return std::nullopt;
}

bool sets_cookie(Response const& response) {
    return std::ranges::any_of(response.headers, [](auto const& header) { return header.first == "set-cookie"; });
}

}  // namespace

std::string_view language_for(std::vector<std::string> const& known, std::string_view chosen, std::string_view cookie,
                              std::string_view account, std::string_view accept_language) {
    for (auto const wanted : {chosen, cookie, account})
        if (std::ranges::find(known, wanted) != known.end()) return wanted;
    return preferred_language(accept_language, known);
}

Dispatcher::Dispatcher(City& city, std::vector<Route> const& own) : city_(city) {
    for (auto const& route : own) router_.add(route);
    for (auto const& module : city.modules())
        for (auto const& route : module.routes) router_.add(route);
    for (auto const& language : city.languages()) locales_.emplace(language, &city.locale(language));
}

std::string_view Dispatcher::route_of(Method method, std::string_view path) const {
    auto const match = router_.find(method, path);
    return match.route ? std::string_view{match.route->pattern} : std::string_view{};
}

Dispatched Dispatcher::dispatch(Request const& request) {
    try {
        return city_.database().read([&](storage::Reader const& reader) { return visit(request, reader); });
    } catch (std::exception const& failure) {
        log_failure(route_of(request.method, request.path), request.id, failure);
        return {.response = incident(request), .mark = {}, .is_private = true, .is_common = false};
    }
}

Response Dispatcher::incident(Request const& request) const {
    auto const cookie = cookie_value(Cookie::language, request);
    auto const language = language_for(city_.languages(), {}, cookie, {}, request.header("accept-language"));
    auto const& locale = *locales_.find(language)->second;
    if (!is_api(request.path)) return bare_error_page(locale, 500, request.id);
    return refused(locale, refuse("error.incident", "", {{"number", request.id}}), 500);
}

Dispatched Dispatcher::visit(Request const& request, storage::Reader const& reader) {
    auto caller = caller_of(city_, request, reader);
    auto const chosen = request.query.raw("sprache");
    auto const cookie = cookie_value(Cookie::language, request);
    auto const& locale =
        city_.locale(language_for(city_.languages(), chosen, cookie, caller.locale, request.header("accept-language")));
    RequestVisit visit(city_, reader, locale, request, std::move(caller));
    Dispatched done{.response = respond(visit), .mark = {}};
    if (auto made = visit.new_cookie()) done.response.with("set-cookie", std::move(*made));
    if (chosen == locale.tag())
        done.response.with("set-cookie", set_cookie(Cookie::language, chosen, request.over_tls, kLanguageKept));
    done.mark = reader.mark();
    done.is_private = visit.actor().account().has_value();
    done.is_common = !done.is_private && !visit.showed_form() && !sets_cookie(done.response);
    return done;
}

Response Dispatcher::respond(RequestVisit& visit) {
    auto const match = router_.find(visit.request().method, visit.request().path);
    try {
        return match.route ? respond_at(match, visit) : without_route(match, visit);
    } catch (NotFound const&) {
        return error_page(visit, 404);
    } catch (BadCursor const&) {
        return error_page(visit, 404);
    } catch (Forbidden const&) {
        return error_page(visit, 403);
    }
}

Response Dispatcher::respond_at(Match const& match, RequestVisit& visit) {
    auto const& request = visit.request();
    visit.enter(match.parameters);
    if (!is_safe(request.method)) {
        auto form = Fields::from_body(request.header("content-type"), request.body);
        if (!form) return error_page(visit, 415);
        visit.bring(std::move(*form));
        if (!comes_from_our_form(visit)) return error_page(visit, 403, "form_expired");
    }
    if (auto answer = closed(match.route->door, visit)) return std::move(*answer);
    return match.route->handler(visit);
}

Response Dispatcher::without_route(Match const& match, RequestVisit& visit) {
    auto const& request = visit.request();
    if (!match.allowed.empty()) {
        std::string allow = "OPTIONS";
        for (auto const method : match.allowed)
            allow += fmt::format(", {}{}", word(method), method == Method::get ? ", HEAD" : "");
        auto response = request.method == Method::options ? Response{.status = 204} : error_page(visit, 405);
        return response.with("allow", allow);
    }
    bool const ends_with_slash = request.path.size() > 1 && request.path.ends_with('/');
    auto const shorter = request.path.substr(0, request.path.size() - 1);
    if (!ends_with_slash || !router_.find(Method::get, shorter).route) throw NotFound{};
    auto const question = request.target.find('?');
    Response response{.status = 308};
    auto const path = std::string_view(request.target).substr(0, question);
    return response.with("location", std::string(path.substr(0, path.size() - 1)) +
                                         (question == std::string::npos ? "" : request.target.substr(question)));
}

}  // namespace lenkwerk::web
