#include "platform/web/http.hpp"

#include "platform/web/encoding.hpp"

#include <algorithm>

namespace lenkwerk::web {
namespace {

// RFC 6266: an ASCII name for old readers, and the true one in UTF-8.
std::string attachment(std::string_view file_name) {
    std::string plain(file_name);
    std::ranges::replace_if(plain, [](char c) { return c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/'; }, '_');
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encode(file_name);
}

}  // namespace

std::string_view Request::header(std::string_view lower_case_name) const {
    auto const found = std::ranges::find(headers, lower_case_name, [](auto const& header) { return header.first; });
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::string Request::cookie(std::string_view name) const { return std::string(cookie_in(header("cookie"), name)); }

std::string_view cookie_in(std::string_view cookie_header, std::string_view name) {
    std::string_view value;
    each_part(cookie_header, ';', [&](std::string_view pair) {
        if (value.empty() && pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            value = pair.substr(name.size() + 1);
    });
    return value;
}

Response Response::see_other(std::string location) {
    Response response{.status = 303};
    response.with("location", std::move(location));
    return response;
}

Response Response::json(std::string body, int status) {
    return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

Response Response::file(std::string content, std::string content_type, std::string file_name) {
    Response response{.content_type = std::move(content_type), .body = std::move(content)};
    response.with("content-disposition", attachment(file_name));
    return response;
}

// A line end in a value would let it write headers of its own.
Response& Response::with(std::string header, std::string value) {
    if (std::ranges::any_of(value, [](unsigned char c) { return c < ' ' || c == 127; }))
        throw std::logic_error("a control character in the header " + header);
    headers.emplace_back(std::move(header), std::move(value));
    return *this;
}

}  // namespace lenkwerk::web
