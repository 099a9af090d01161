#pragma once
// Proof that a POST comes from a form that we showed to this browser. The secret is the session's token, or that of a
// cookie which the first form sets; the form carries a hash of it, under a fresh mask each time, so that compression
// tells nothing (BREACH).
#include <string>
#include <string_view>

namespace lenkwerk::web {

std::string csrf_token(std::string_view secret);
bool csrf_matches(std::string_view secret, std::string_view token);

}  // namespace lenkwerk::web
