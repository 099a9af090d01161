#pragma once
// A mail as it travels: plain text in UTF-8 with attachments, built so that no value can add a header or a recipient.
#include "base/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::mail {

struct Attachment {
    std::string name;          // "sitzung.ics"
    std::string content_type;  // "text/calendar; method=REQUEST; charset=utf-8"
    std::string content;
    bool operator==(Attachment const&) const = default;
};

struct Mail {
    std::string to;  // an address, see is_address
    std::string subject;
    std::string text;  // paragraphs; lines are wrapped by whoever reads
    std::vector<Attachment> attachments = {};
    // Holds a secret, such as a link that opens an account: where mails stand on the outbox page, only the administrator reads it.
    bool confidential = false;
};

// What is the same for all mails of a city.
struct Sender {
    std::string address;  // "plan@stadt.example"
    std::string name;     // "Geschäftsstelle Masterplan"
};

// One address as people type it: letters, digits and the usual signs, one @, a domain with a dot; ASCII; at most 254
// characters (RFC 5321, 4.5.3). Narrower than the RFC on purpose: no quotes, comments, lists.
bool is_address(std::string_view text);

// RFC 5322 and MIME, with CRLF. `id`: the part of Message-ID before the @, stable when the same mail is sent again.
// std::invalid_argument for an address that is none; line ends in other headers become spaces.
std::string mime(Mail const& mail, Sender const& sender, std::string_view id, Instant date);

}  // namespace lenkwerk::mail
