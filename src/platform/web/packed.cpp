#include "platform/web/packed.hpp"

namespace lenkwerk::web {

std::shared_ptr<Packed const> packed(Response const& response, std::string_view route, Delivery const& delivery) {
    auto whole = delivery;
    whole.if_none_match = {};
    auto made = std::make_shared<Packed>();
    made->whole = reply_of(response, whole);
    made->tag = tag_of(made->whole);
    auto again = delivery;
    again.if_none_match = made->tag;
    made->not_modified = made->tag.empty() ? made->whole : reply_of(response, again);
    for (auto* const reply : {&made->whole, &made->not_modified}) {
        reply->route = route;
        reply->from_cache = true;
    }
    return made;
}

Reply const& pick(Packed const& packed, std::string_view if_none_match) {
    return tag_matches(if_none_match, packed.tag) ? packed.not_modified : packed.whole;
}

}  // namespace lenkwerk::web
