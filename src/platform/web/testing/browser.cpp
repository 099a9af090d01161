#include "platform/web/testing/browser.hpp"

#include "platform/web/cookies.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/form.hpp"
#include "platform/web/request_target.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace lenkwerk::web::testing {
namespace {

constexpr std::string_view kBoundary = "lenkwerk-test-boundary";

Answer answer_of(Reply const& reply) {
    Answer answer{.status = reply.status, .headers = {}, .body = reply.body ? *reply.body : std::string{}};
    each_part(*reply.head, '\n', [&](std::string_view line) {
        auto const colon = line.find(": ");
        if (colon != std::string_view::npos)
            answer.headers.emplace(line.substr(0, colon), without_space_around(line.substr(colon + 1)));
    });
    return answer;
}

// The value of the last hidden field of this name; nothing where there is none.
std::optional<std::string> hidden_value(std::string_view html, std::string_view name) {
    auto const begin = fmt::format("name=\"{}\" value=\"", name);
    auto const at = html.rfind(begin);
    if (at == std::string_view::npos) return std::nullopt;
    auto const value = html.substr(at + begin.size());
    return std::string(value.substr(0, value.find('"')));
}

std::string urlencoded(Form const& fields) {
    std::string body;
    for (auto const& [name, value] : fields)
        body += fmt::format("{}{}={}", body.empty() ? "" : "&", percent_encode(name), percent_encode(value));
    return body;
}

}  // namespace

std::string Answer::header(std::string_view name) const {
    auto const found = headers.find(std::string(name));
    return found == headers.end() ? std::string{} : found->second;
}

Answer Browser::get(std::string const& target) { return send(request(Method::get, target)); }

Answer Browser::post(std::string const& target, Form fields) {
    add_hidden(fields);
    auto sent = request(Method::post, target);
    sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    sent.body = urlencoded(fields);
    return send(std::move(sent));
}

Answer Browser::upload(std::string const& target, Form fields, std::string const& field, Upload const& file) {
    add_hidden(fields);
    auto sent = request(Method::post, target);
    sent.headers.emplace_back("content-type", fmt::format("multipart/form-data; boundary={}", kBoundary));
    for (auto const& [name, value] : fields)
        sent.body +=
            fmt::format("--{}\r\ncontent-disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", kBoundary, name, value);
    sent.body +=
        fmt::format("--{}\r\ncontent-disposition: form-data; name=\"{}\"; filename=\"{}\"\r\ncontent-type: {}\r\n\r\n",
                    kBoundary, field, file.file_name, file.content_type);
    sent.body += fmt::format("{}\r\n--{}--\r\n", file.content, kBoundary);
    return send(std::move(sent));
}

Answer Browser::json(Method method, std::string const& target, std::string body) {
    auto sent = request(method, target);
    if (!body.empty()) sent.headers.emplace_back("content-type", "application/json");
    if (!form_token_.empty()) sent.headers.emplace_back("x-form-token", form_token_);
    sent.body = std::move(body);
    return send(std::move(sent));
}

Answer Browser::follow(Answer const& answer) { return get(answer.header("location")); }

Browser& Browser::with_session(std::string_view token) {
    cookies_[cookie_name(Cookie::session, false)] = token;
    return *this;
}

Browser& Browser::with_header(std::string name, std::string value) {
    if (value.empty())
        headers_.erase(name);
    else
        headers_[std::move(name)] = std::move(value);
    return *this;
}

void Browser::add_hidden(Form& fields) const {
    auto const brings = [&](std::string_view name) {
        return std::ranges::any_of(fields, [&](auto const& field) { return field.first == name; });
    };
    if (!brings(kCsrfField)) fields.emplace_back(kCsrfField, form_token_);
    if (!brings(kIdempotencyField)) fields.emplace_back(kIdempotencyField, form_key_);
}

Request Browser::request(Method method, std::string const& target) const {
    auto parsed = parse_target(target);
    if (!parsed) throw std::invalid_argument("no browser would ask for " + target);
    Request made;
    made.method = method;
    made.path = std::move(parsed->path);
    made.target = target;
    made.query = Fields::from_query(parsed->query);
    made.headers = {{"host", "test"}};
    made.headers.insert(made.headers.end(), headers_.begin(), headers_.end());
    std::string cookies;
    for (auto const& [name, value] : cookies_)
        cookies += fmt::format("{}{}={}", cookies.empty() ? "" : "; ", name, value);
    if (!cookies.empty()) made.headers.emplace_back("cookie", cookies);
    made.remote_address = "192.0.2.1";
    made.id = fmt::format("test{}", requests_);
    return made;
}

Answer Browser::send(Request sent) {
    ++requests_;
    auto answer = answer_of(site_.answer(std::move(sent)));
    auto const [first, last] = answer.headers.equal_range("set-cookie");
    for (auto header = first; header != last; ++header) {
        auto const pair = std::string_view(header->second).substr(0, header->second.find(';'));
        auto const name = std::string(pair.substr(0, pair.find('=')));
        cookies_[name] = pair.substr(name.size() + 1);
        if (header->second.find("Max-Age=0") != std::string::npos) cookies_.erase(name);
    }
    if (auto token = hidden_value(answer.body, kCsrfField)) form_token_ = std::move(*token);
    if (auto key = hidden_value(answer.body, kIdempotencyField)) form_key_ = std::move(*key);
    return answer;
}

}  // namespace lenkwerk::web::testing
