#include "platform/web/secrets.hpp"

#include <sodium.h>
#include <array>
#include <stdexcept>

namespace lenkwerk::web {
namespace {

constexpr std::size_t kHashBytes = 32;

void make_ready() {
    static int const state = sodium_init();
    if (state < 0) throw std::runtime_error("libsodium cannot start");
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::string hash(std::string_view text, std::string_view key) {
    std::string hashed(kHashBytes, '\0');
    crypto_generichash(bytes_of(hashed), hashed.size(), bytes_of(text), text.size(),
                       key.empty() ? nullptr : bytes_of(key), key.size());
    return hashed;
}

}  // namespace

std::string random_bytes(std::size_t count) {
    make_ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string checksum(std::string_view text) {
    static constexpr std::array<unsigned char, crypto_shorthash_siphashx24_KEYBYTES> kNoKey{};
    std::string sum(crypto_shorthash_siphashx24_BYTES, '\0');
    crypto_shorthash_siphashx24(bytes_of(sum), bytes_of(text), text.size(), kNoKey.data());
    return sum;
}

std::string keyed_hash(std::string_view key, std::string_view text) {
    make_ready();
    return hash(text, hash(key, {}));
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace lenkwerk::web
