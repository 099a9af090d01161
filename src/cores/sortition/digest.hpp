#pragma once
// SHA-256 as the source of everything that is drawn: anybody can repeat it with tools of their own.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lenkwerk::sortition {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
std::string hex(Digest const& digest);

// The first 53 bits as a fraction in [0, 1).
double fraction(Digest const& digest);

}  // namespace lenkwerk::sortition
