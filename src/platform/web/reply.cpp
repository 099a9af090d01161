#include "platform/web/reply.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/secrets.hpp"

#include <fmt/format.h>

namespace lenkwerk::web {
namespace {

// No inline script or style, nothing from elsewhere, no frame around us. style-src-attr stays closed as well: charts
// are SVG with classes.
#define LENKWERK_SECURITY_HEADERS                                                                              \
    "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " \
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "          \
    "frame-ancestors 'none'\r\n"                                                                               \
    "x-content-type-options: nosniff\r\n"                                                                      \
    "x-frame-options: DENY\r\n"                                                                                \
    "referrer-policy: same-origin\r\n"                                                                         \
    "permissions-policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()\r\n" \
    "cross-origin-opener-policy: same-origin\r\n"                                                              \
    "cross-origin-resource-policy: same-origin\r\n"

constexpr std::string_view kPlain = LENKWERK_SECURITY_HEADERS;
constexpr std::string_view kOverTls =
    LENKWERK_SECURITY_HEADERS "strict-transport-security: max-age=31536000; includeSubDomains\r\n";
#undef LENKWERK_SECURITY_HEADERS

std::string_view cache_control(Caching caching, bool is_private) {
    if (caching == Caching::forever) return "public, max-age=31536000, immutable";
    return is_private ? "private, no-store" : "private, no-cache";
}

// What is never stored is never asked for again.
bool has_tag(Response const& response, bool is_private) {
    return response.status == 200 && !is_private && (response.caching != Caching::none || !response.body.empty());
}

std::string lines_of(Response const& response) {
    std::string lines;
    for (auto const& [name, value] : response.headers) lines += fmt::format("{}: {}\r\n", name, value);
    return lines;
}

std::string status_line(int status) { return fmt::format("HTTP/1.1 {} {}\r\n", status, reason_phrase(status)); }

// What a 304 repeats (RFC 9110, section 15.4.5), and every answer has.
std::string lasting_lines(Response const& response, Delivery const& delivery, std::string_view tag) {
    auto lines = fmt::format("cache-control: {}\r\n", cache_control(response.caching, delivery.is_private));
    if (response.caching != Caching::forever) lines += "vary: accept-encoding, accept-language, cookie, hx-request\r\n";
    if (!tag.empty()) lines += fmt::format("etag: {}\r\n", tag);
    return lines;
}

Reply bodiless(std::string lines) {
    return {.status = 304, .head = std::make_shared<std::string const>(status_line(304) + lines), .body = nullptr};
}

}  // namespace

Reply reply_of(Response const& response, Delivery const& delivery) {
    bool const pack = is_worth_compressing(response.content_type, response.body.size());
    auto const coding = pack ? delivery.coding : Coding::identity;
    auto const tag = has_tag(response, delivery.is_private) ? entity_tag(response.body, coding) : std::string{};
    auto const lasting = lasting_lines(response, delivery, tag);
    if (!tag.empty() && tag_matches(delivery.if_none_match, tag)) return bodiless(lasting);
    auto body = coding == Coding::identity ? response.body : compressed(response.body, coding, delivery.effort);
    auto head = status_line(response.status) + lasting;
    if (!response.content_type.empty() && !body.empty())
        head += fmt::format("content-type: {}\r\n", response.content_type);
    if (coding != Coding::identity) head += fmt::format("content-encoding: {}\r\n", word(coding));
    if (response.status != 204) head += fmt::format("content-length: {}\r\n", body.size());
    head += lines_of(response);
    head += security_headers(delivery.over_tls);
    return {.status = response.status,
            .head = std::make_shared<std::string const>(std::move(head)),
            .body = std::make_shared<std::string const>(std::move(body))};
}

std::string entity_tag(std::string_view body, Coding coding) {
    auto const hash = base64url(checksum(body).substr(0, 12));
    return coding == Coding::identity ? fmt::format("\"{}\"", hash) : fmt::format("\"{}-{}\"", hash, word(coding));
}

std::string tag_of(Reply const& reply) {
    static constexpr std::string_view kName = "\r\netag: ";
    auto const at = reply.head->find(kName);
    if (at == std::string::npos) return {};
    auto const begin = at + kName.size();
    return reply.head->substr(begin, reply.head->find('\r', begin) - begin);
}

bool tag_matches(std::string_view if_none_match, std::string_view tag) {
    if (if_none_match.empty()) return false;
    bool matches = false;
    each_part(if_none_match, ',', [&](std::string_view part) {
        if (part.starts_with("W/")) part.remove_prefix(2);
        matches |= part == tag || part == "*";
    });
    return matches;
}

std::string_view security_headers(bool over_tls) { return over_tls ? kOverTls : kPlain; }

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 301: return "Moved Permanently";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "";
    }
}

}  // namespace lenkwerk::web
