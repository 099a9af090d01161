#pragma once
// Who is signed in: the cookie holds a random token, the database only its hash. The module `people` keeps the
// sessions; it gives the city an Authenticate, and its sign-in pages call start_session and end_session.
#include "platform/access/actor.hpp"
#include "platform/storage/reader.hpp"
#include "platform/web/http.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::web {

struct SignedIn {
    access::AccountId account;
    std::string display_name;
    access::Actor actor;
    std::string locale;  // the language the account chose; empty: as the browser asks
};

// Whose session this is, if it stands at `now`, and with the roles that hold on the city's day `today`.
using Authenticate =
    std::function<std::optional<SignedIn>(storage::Reader const&, std::string_view token_hash, Instant now, Day today)>;

std::string new_token();                            // 256 random bits as 43 characters that are safe in addresses
std::string hash_of_token(std::string_view token);  // what is stored: 64 hexadecimal digits

// Puts the session's cookie into the answer, or takes it away.
Response& start_session(Response& response, Request const& request, std::string_view token);
Response& end_session(Response& response, Request const& request);
// The token that the request brought, as cookie or as `Authorization: Bearer`; empty without.
std::string session_token(Request const& request);

}  // namespace lenkwerk::web
