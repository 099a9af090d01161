#pragma once
// Randomness and keyed hashes of the web part, by libsodium.
#include <cstddef>
#include <string>
#include <string_view>

namespace lenkwerk::web {

std::string random_bytes(std::size_t count);
std::string checksum(std::string_view text);  // SipHash-2-4, 16 bytes, without a key: quick, and no secret's keeper
std::string keyed_hash(std::string_view key, std::string_view text);  // BLAKE2b, 32 bytes; the key is hashed to length
bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace lenkwerk::web
