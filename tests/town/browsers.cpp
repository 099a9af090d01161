#include "town/browsers.hpp"

namespace lenkwerk::town {

Browsers::Browsers(City& city) : site_(city) {
    city.authenticate_by(
        [this](storage::Reader const&, std::string_view hash, Instant, Day) -> std::optional<web::SignedIn> {
            auto const found = signed_in_.find(hash);
            if (found == signed_in_.end()) return std::nullopt;
            auto const& actor = found->second;
            return web::SignedIn{*actor.account(), actor.name(), actor, "de"};
        });
}

web::testing::Browser Browsers::of(access::Actor const& actor) {
    auto const token = "session of " + actor.signature();
    signed_in_.insert_or_assign(web::hash_of_token(token), actor);
    return web::testing::Browser{site_}.with_session(token);
}

}  // namespace lenkwerk::town
