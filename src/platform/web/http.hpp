#pragma once
// HTTP as the product sees it: plain values. Only server.cpp and its session know Beast and Asio.
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenkwerk::web {

enum class Method { get, head, post, put, patch, remove, options };

struct Upload {
    std::string file_name, content_type, content;
};

// The fields of a query, of a form (urlencoded, multipart) or of a JSON object, under the same names.
// In JSON an array repeats its name, true is "1", false "0", null is absent, and members of an inner object are
// "outer.inner".
class Fields {
public:
    static Fields from_query(std::string_view encoded);
    // nothing where the body is not what its content type says, or of a type that carries no fields
    static std::optional<Fields> from_body(std::string_view content_type, std::string_view body);

    void add(std::string name, std::string value);
    void add(std::string name, Upload upload);
    bool has(std::string_view name) const;
    std::string raw(std::string_view name) const;                        // as sent; empty where absent
    std::string text(std::string_view name) const;                       // without space around it, line ends as \n
    std::optional<std::string> maybe_text(std::string_view name) const;  // nothing where absent or blank
    std::vector<std::string> all(std::string_view name) const;
    Upload const* upload(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> const& values() const { return values_; }

private:
    std::vector<std::pair<std::string, std::string>> values_;
    std::vector<std::pair<std::string, Upload>> uploads_;
};

struct Request {
    Method method = Method::get;
    std::string path;    // decoded, always begins with /
    std::string target;  // as sent, for redirects back
    Fields query;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;
    std::string remote_address;
    std::string id;  // for the log and the error page
    bool over_tls = false;

    std::string_view header(std::string_view lower_case_name) const;  // empty where absent
    std::string cookie(std::string_view name) const;
};

std::string_view cookie_in(std::string_view cookie_header, std::string_view name);  // empty where absent

// How long an answer may be kept by whom. `page_cache` is our own, in front of the handler, for visitors.
enum class Caching { none, page_cache, forever };

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    Caching caching = Caching::none;
    std::optional<Instant> valid_until = std::nullopt;  // of page_cache; without it until midnight in the city

    static Response see_other(std::string location);
    static Response json(std::string body, int status = 200);
    static Response file(std::string content, std::string content_type, std::string file_name);  // as attachment
    Response& with(std::string header, std::string value);  // adds one; the name in lower case
};

}  // namespace lenkwerk::web
