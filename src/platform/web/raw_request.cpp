#include "platform/web/raw_request.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/request_target.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace lenkwerk::web {
namespace {

std::size_t count(RawRequest const& raw, std::string_view name) {
    return static_cast<std::size_t>(
        std::ranges::count_if(raw.headers, [&](auto const& header) { return same_ignoring_case(header.first, name); }));
}

std::string_view value(RawRequest const& raw, std::string_view name) {
    auto const found =
        std::ranges::find_if(raw.headers, [&](auto const& header) { return same_ignoring_case(header.first, name); });
    return found == raw.headers.end() ? std::string_view{} : found->second;
}

int reason_in_framing(RawRequest const& raw, Limits const& limits) {
    auto const lengths = count(raw, "content-length"), codings = count(raw, "transfer-encoding");
    if (codings > 0) {
        if (lengths > 0 || codings > 1 || raw.minor_version == 0) return 400;
        return same_ignoring_case(value(raw, "transfer-encoding"), "chunked") ? 0 : 501;
    }
    if (lengths == 0) return 0;
    auto const text = value(raw, "content-length");
    std::uint64_t length = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (lengths > 1 || error != std::errc{} || end != text.data() + text.size()) return 400;
    return length > (is_upload(raw) ? limits.upload : limits.body) ? 413 : 0;
}

}  // namespace

bool is_upload(RawRequest const& raw) {
    static constexpr std::string_view kMultipart = "multipart/form-data";
    auto const type = value(raw, "content-type");
    return same_ignoring_case(type.substr(0, kMultipart.size()), kMultipart);
}

int reason_to_refuse(RawRequest const& raw, Limits const& limits) {
    auto const hosts = count(raw, "host");
    if (hosts > 1 || (hosts == 0 && raw.minor_version > 0)) return 400;
    if (int const status = reason_in_framing(raw, limits)) return status;
    if (raw.target.size() > limits.target) return 414;
    if (!method_of(raw.method)) return 501;
    if (!parse_target(raw.target)) return 400;
    auto const expectation = value(raw, "expect");
    return expectation.empty() || same_ignoring_case(expectation, "100-continue") ? 0 : 417;
}

RequestHead head_of(RawRequest const& raw, bool peer_is_proxy) {
    RequestHead head;
    head.method = method_of(raw.method).value();
    head.target = raw.target;
    for (auto const& [name, text] : raw.headers) {
        auto const is = [&](std::string_view wanted) { return same_ignoring_case(name, wanted); };
        if (is("host"))
            head.host = text;
        else if (is("cookie"))
            head.cookie = text;
        else if (is("authorization"))
            head.authorization = text;
        else if (is("accept-encoding"))
            head.accept_encoding = text;
        else if (is("accept-language"))
            head.accept_language = text;
        else if (is("if-none-match"))
            head.if_none_match = text;
        else if (is("hx-request"))
            head.hx_request = text;
        else if (is("x-forwarded-proto"))
            head.over_tls = peer_is_proxy && text == "https";
    }
    return head;
}

Request request_of(RawRequest const& raw, RequestHead const& head) {
    Request request;
    auto target = parse_target(raw.target).value();
    request.method = head.method;
    request.path = std::move(target.path);
    request.target = raw.target;
    request.query = Fields::from_query(target.query);
    for (auto const& [name, text] : raw.headers) request.headers.emplace_back(lower_case(name), text);
    request.over_tls = head.over_tls;
    return request;
}

}  // namespace lenkwerk::web
