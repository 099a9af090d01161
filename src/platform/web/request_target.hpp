#pragma once
// The target of a request line, taken apart (RFC 9112, section 3.2).
#include "platform/web/http.hpp"

namespace lenkwerk::web {

struct Target {
    std::string path;        // decoded; always begins with /
    std::string_view query;  // as sent, without the question mark
};

// Takes "/a?b" and "http://host/a?b". Nothing for other forms, broken escapes, control characters and what is no UTF-8.
std::optional<Target> parse_target(std::string_view target);

std::optional<Method> method_of(std::string_view word);  // "GET"

// Behind a trusted proxy the reader's address is the last one of X-Forwarded-For that is not itself a trusted proxy's.
std::string reader_address(std::string_view peer, std::string_view forwarded_for,
                           std::vector<std::string> const& trusted);

}  // namespace lenkwerk::web
