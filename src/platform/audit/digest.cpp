#include "platform/audit/digest.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace lenkwerk::audit {
namespace {

template <std::size_t size> std::string hex(std::array<unsigned char, size> const& bytes) {
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();  // the terminating null
    return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    return hex(hash);
}

std::string new_salt() {
    std::array<unsigned char, 16> salt{};
    randombytes_buf(salt.data(), salt.size());
    return hex(salt);
}

std::string digest_of_reason(std::string_view salt, std::string_view reason) {
    return sha256(fmt::format("lenkwerk reason 1\n{}\n{}", salt, reason));
}

}  // namespace lenkwerk::audit
