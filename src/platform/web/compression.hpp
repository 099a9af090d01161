#pragma once
// Smaller answers: which coding the browser takes, and gzip and brotli of a text.
#include <string>
#include <string_view>

namespace lenkwerk::web {

enum class Coding { identity, gzip, brotli };
std::string_view word(Coding coding);  // as in Content-Encoding; empty for identity

// The best of what the browser accepts: brotli, then gzip (RFC 9110, section 12.5.3); q=0 forbids.
Coding negotiated(std::string_view accept_encoding);

enum class Effort { quick, thorough };  // for an answer made once, for one that is kept
std::string compressed(std::string_view text, Coding coding, Effort effort);

// Text, JSON, SVG and the like, from a size on that is worth it.
bool is_worth_compressing(std::string_view content_type, std::size_t size);

}  // namespace lenkwerk::web
