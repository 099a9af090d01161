#include "platform/web/site.hpp"

#include "platform/city.hpp"
#include "platform/web/cookies.hpp"
#include "platform/web/errors/error_page.hpp"
#include "platform/web/request_log.hpp"

#include <fmt/format.h>

namespace lenkwerk::web {
namespace {

constexpr std::string_view kHealth = "/healthz";  // as it is now: never kept, and not counted

bool says(std::string_view cookies, Cookie cookie, bool over_tls) {
    return cookies.find(cookie_name(cookie, over_tls)) != std::string_view::npos;
}

// Only what every visitor sees alike is kept: nothing of who is signed in, nothing that is said once, no part of a page.
bool is_common(RequestHead const& head) {
    return head.authorization.empty() && head.hx_request.empty() &&
           head.target.find("sprache=") == std::string_view::npos &&
           !says(head.cookie, Cookie::session, head.over_tls) &&
           !says(head.cookie, Cookie::announcement, head.over_tls);
}

RequestHead head_of(Request const& request) {
    return {.method = request.method,
            .target = request.target,
            .host = request.header("host"),
            .cookie = request.header("cookie"),
            .authorization = request.header("authorization"),
            .accept_encoding = request.header("accept-encoding"),
            .accept_language = request.header("accept-language"),
            .if_none_match = request.header("if-none-match"),
            .hx_request = request.header("hx-request"),
            .over_tls = request.over_tls};
}

Delivery delivery_of(RequestHead const& head) {
    return {.coding = negotiated(head.accept_encoding), .if_none_match = head.if_none_match, .over_tls = head.over_tls};
}

std::string cache_key(City const& city, RequestHead const& head) {
    auto const cookie = cookie_in(head.cookie, cookie_name(Cookie::language, head.over_tls));
    return fmt::format("{}{} {}", language_for(city.languages(), {}, cookie, {}, head.accept_language),
                       head.over_tls ? "+tls" : "", canonical_target(head.target));
}

}  // namespace

Site::Site(City& city)
    : city_(city),
      cache_(city.database().versions()),
      own_routes_{{.method = Method::get,
                   .pattern = std::string(kHealth),
                   .handler = [this](Visit& visit) { return health(visit); }}},
      dispatcher_(city, own_routes_) {
    prepare_refusals();
}

void Site::prepare_refusals() {
    for (auto const& language : city_.languages())
        for (int const status : {400, 408, 413, 414, 417, 431, 500, 501, 503}) {
            auto response = bare_error_page(city_.locale(language), status);
            if (status == 503) response.with("retry-after", "5");
            refusals_.emplace(std::pair{status, std::string_view{language}}, reply_of(response, {}));
        }
}

std::optional<Reply> Site::at_once(RequestHead const& head) {
    if (head.target.starts_with("/assets/")) return files_.ready(head.target, delivery_of(head));
    if (!is_common(head)) return std::nullopt;
    return cache_.ready(cache_key(city_, head), delivery_of(head), city_.clock().now());
}

Reply Site::answer(Request request) {
    auto const head = head_of(request);
    auto delivery = delivery_of(head);
    if (auto file = files_.serve(head.target, delivery)) return std::move(*file);
    bool const reads = request.method == Method::get || request.method == Method::head;
    auto const route = dispatcher_.route_of(request.method, request.path);
    if (reads && !route.empty() && route != kHealth && is_common(head))
        return cache_.serve(cache_key(city_, head), route, delivery, city_.clock(), [&] { return make(request); });
    auto done = dispatcher_.dispatch(request);
    delivery.is_private = done.is_private;
    if (!reads) delivery.if_none_match = {};
    auto reply = reply_of(done.response, delivery);
    reply.route = route;
    return reply;
}

// A page that was made for one visitor alone (a form with its token) or that its route does not declare as lasting has no mark.
MadePage Site::make(Request const& request) {
    auto done = dispatcher_.dispatch(request);
    MadePage page{.response = std::move(done.response)};
    if (page.response.caching != Caching::page_cache || page.response.status != 200 || !done.is_common) return page;
    auto const& locale = city_.locale(city_.languages().front());
    auto const tomorrow = locale.start_of(city_.today() + 1);
    page.mark = done.mark;
    page.valid_until = page.response.valid_until.value_or(tomorrow);
    return page;
}

Reply Site::refusal(int status, std::string_view accept_language) {
    return refusals_.at({status, language_for(city_.languages(), {}, {}, {}, accept_language)});
}

// Says whether requests can be answered (it reads the database); nothing about anybody.
Response Site::health(Visit& visit) const {
    auto const counts = cache_.counts();
    auto const migrations = visit.reader().number("SELECT count(*) FROM migrations");
    return Response::json(
        fmt::format(R"({{"status":"ok","migrations":{},"page_cache":{{"hits":{},"made":{},"pages":{},"bytes":{}}}}})",
                    migrations, counts.hits, counts.made, counts.pages, counts.bytes));
}

void Site::log(LogLine const& line) { log_request(line); }

void Site::fault(std::exception_ptr failure) {
    try {
        std::rethrow_exception(failure);
    } catch (std::exception const& fault) {
        log_failure("", "", fault);
    }
}

}  // namespace lenkwerk::web
