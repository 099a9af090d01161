#pragma once
// The head of a request as it was parsed, and the checks that the parser leaves to us.
#include "platform/web/server.hpp"

namespace lenkwerk::web {

// Views into the parser's storage.
struct RawRequest {
    int minor_version = 1;  // of HTTP/1
    std::string_view method, target;
    std::vector<std::pair<std::string_view, std::string_view>> headers;  // names as sent
};

// The status to refuse it with: 400, 413, 414, 417, 501; 0 where nothing speaks against it. Two lengths, a length
// beside a Transfer-Encoding, and a coding other than chunked would let one request hide in another's body (RFC 9112,
// sections 6.1 and 11.2); so would two Hosts (section 3.2).
int reason_to_refuse(RawRequest const& raw, Limits const& limits);

bool is_upload(RawRequest const& raw);

// What `peer` says of itself, or what the trusted proxy says of the reader.
RequestHead head_of(RawRequest const& raw, bool peer_is_proxy);
// After the checks: all of it but body, id and address.
Request request_of(RawRequest const& raw, RequestHead const& head);

}  // namespace lenkwerk::web
