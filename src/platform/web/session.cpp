#include "platform/web/session.hpp"

#include "platform/web/cookies.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/secrets.hpp"

namespace lenkwerk::web {
namespace {

constexpr std::size_t kTokenBytes = 32;  // 256 bits
constexpr std::string_view kBearer = "Bearer ";

}  // namespace

std::string new_token() { return base64url(random_bytes(kTokenBytes)); }

// The token is as long and as random as the hash: no salt and no slow hash are needed.
std::string hash_of_token(std::string_view token) { return hex(keyed_hash("lenkwerk session", token)); }

Response& start_session(Response& response, Request const& request, std::string_view token) {
    return response.with("set-cookie", set_cookie(Cookie::session, token, request.over_tls));
}

Response& end_session(Response& response, Request const& request) {
    return response.with("set-cookie", set_cookie(Cookie::session, "", request.over_tls, std::chrono::seconds{0}));
}

std::string session_token(Request const& request) {
    auto const authorization = request.header("authorization");
    if (authorization.starts_with(kBearer)) return std::string(authorization.substr(kBearer.size()));
    return cookie_value(Cookie::session, request);
}

}  // namespace lenkwerk::web
