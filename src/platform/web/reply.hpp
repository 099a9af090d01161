#pragma once
// From an answer of a page to the bytes that go out: coding, entity tag, headers that protect the reader.
#include "platform/web/compression.hpp"
#include "platform/web/server.hpp"

namespace lenkwerk::web {

// What decides about the bytes, besides the answer itself.
struct Delivery {
    Coding coding = Coding::identity;
    Effort effort = Effort::quick;
    std::string_view if_none_match = {};
    bool over_tls = false;
    bool is_private = false;  // made for somebody who is signed in: kept by nobody
};

Reply reply_of(Response const& response, Delivery const& delivery);

// The tag in its header lines; empty where it has none.
std::string tag_of(Reply const& reply);

std::string entity_tag(std::string_view body, Coding coding);  // strong: "…"
bool tag_matches(std::string_view if_none_match,
                 std::string_view tag);  // weak comparison, lists and * (RFC 9110, 13.1.2)

std::string_view reason_phrase(int status);

// Content-Security-Policy and its companions, ready as header lines.
std::string_view security_headers(bool over_tls);

}  // namespace lenkwerk::web
