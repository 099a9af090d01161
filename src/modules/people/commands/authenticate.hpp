#pragma once
// Whose session a request brings, with the roles that hold on this day.
#include "platform/web/session.hpp"

namespace lenkwerk::people {

std::optional<web::SignedIn> authenticate(storage::Reader const& reader, std::string_view token_hash, Instant now,
                                          Day today);

}  // namespace lenkwerk::people
