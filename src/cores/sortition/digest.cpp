#include "cores/sortition/digest.hpp"

#include <sodium.h>

namespace lenkwerk::sortition {

Digest sha256(std::string_view bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    return digest;
}

std::string hex(Digest const& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (auto const byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

double fraction(Digest const& digest) {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | digest[static_cast<std::size_t>(i)];
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

}  // namespace lenkwerk::sortition
