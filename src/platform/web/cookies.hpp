#pragma once
// The three cookies there are: the session, the secret of a visitor's forms, and the chosen language. No script reads
// them.
#include "platform/web/http.hpp"

#include <chrono>

namespace lenkwerk::web {

enum class Cookie { session, form, language, announcement };

// Behind TLS the first two bear the prefix __Host-, so that no neighbour under the same domain can plant one.
std::string cookie_name(Cookie cookie, bool over_tls);
std::string cookie_value(Cookie cookie, Request const& request);
// Without `lifetime` it ends with the browser; zero takes it away.
std::string set_cookie(Cookie cookie, std::string_view value, bool over_tls,
                       std::optional<std::chrono::seconds> lifetime = std::nullopt);

}  // namespace lenkwerk::web
