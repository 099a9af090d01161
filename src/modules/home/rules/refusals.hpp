#pragma once
// What home refuses in more than one place, or for reasons that only its commands know.
#include "base/outcome.hpp"

namespace lenkwerk::home {

inline Problems page_unknown() { return refuse("home.page.unknown"); }
inline Problems too_long(std::string field, std::size_t most) {
    return refuse("home.page.too_long", std::move(field), {{"most", static_cast<std::int64_t>(most)}});
}
inline Problems too_many_barriers() { return refuse("home.barrier.too_many"); }

}  // namespace lenkwerk::home
