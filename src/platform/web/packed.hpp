#pragma once
// An answer ready to go out again and again in one coding: whole, and as "you have it already".
#include "platform/web/reply.hpp"

namespace lenkwerk::web {

struct Packed {
    Reply whole, not_modified;
    std::string tag;
};

std::shared_ptr<Packed const> packed(Response const& response, std::string_view route, Delivery const& delivery);
Reply const& pick(Packed const& packed, std::string_view if_none_match);

}  // namespace lenkwerk::web
