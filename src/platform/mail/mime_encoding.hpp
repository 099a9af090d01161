#pragma once
// How text and bytes are written in a mail, which is lines of ASCII.
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace lenkwerk::mail {

// Line ends and other control characters become spaces: a value stays in its header.
std::string one_line(std::string_view text);
// The text of a header; where it is not plain ASCII, in encoded words of at most 75 characters, folded (RFC 2047).
std::string encoded_words(std::string_view text);
// RFC 2045, 6.7: lines of at most 76 characters, CRLF.
std::string quoted_printable(std::string_view text);
std::string base64(std::string_view bytes);
std::string base64_lines(std::string_view bytes);
std::string from_base64(std::string_view text);      // std::invalid_argument where it is none
std::string percent_encoded(std::string_view text);  // RFC 2231
std::string mail_date(Instant instant);              // "Mon, 23 Nov 2026 08:00:00 +0000"

}  // namespace lenkwerk::mail
