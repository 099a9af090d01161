#pragma once
// The hashes of the log. SHA-256, so that an auditor can recompute them with any tool; README.md gives the exact bytes.
#include <string>
#include <string_view>

namespace lenkwerk::audit {

// 64 hexadecimal digits
std::string sha256(std::string_view bytes);
// 128 random bits as 32 hexadecimal digits
std::string new_salt();
// sha256("lenkwerk reason 1\n" + salt + "\n" + reason)
std::string digest_of_reason(std::string_view salt, std::string_view reason);

}  // namespace lenkwerk::audit
