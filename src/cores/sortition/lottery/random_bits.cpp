#include "cores/sortition/lottery/random_bits.hpp"

#include <limits>

#include "cores/sortition/digest.hpp"

namespace lenkwerk::sortition::lottery {

std::uint64_t RandomBits::below(std::uint64_t limit) {
    constexpr auto kLast = std::numeric_limits<std::uint64_t>::max();
    // 2^64 mod limit numbers at the top would make the small remainders more likely.
    std::uint64_t const excess = (kLast % limit + 1) % limit;
    while (true) {
        auto const digest = sha256(seed_ + "\n" + std::to_string(counter_++));
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
        if (number <= kLast - excess) return number % limit;
    }
}

}  // namespace lenkwerk::sortition::lottery
