#include "platform/web/csrf.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/secrets.hpp"

namespace lenkwerk::web {
namespace {

std::string proof(std::string_view secret) { return keyed_hash(secret, "lenkwerk form"); }

std::string masked(std::string text, std::string_view mask) {
    for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>(text[i] ^ mask[i]);
    return text;
}

}  // namespace

std::string csrf_token(std::string_view secret) {
    auto const expected = proof(secret);
    auto const mask = random_bytes(expected.size());
    return base64url(mask + masked(expected, mask));
}

bool csrf_matches(std::string_view secret, std::string_view token) {
    if (secret.empty()) return false;
    auto const sent = base64url_decode(token);
    auto const expected = proof(secret);
    if (!sent || sent->size() != 2 * expected.size()) return false;
    auto const mask = std::string_view(*sent).substr(0, expected.size());
    return equal_in_constant_time(masked(sent->substr(expected.size()), mask), expected);
}

}  // namespace lenkwerk::web
