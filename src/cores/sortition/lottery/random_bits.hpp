#pragma once
// An endless row of public random numbers from one text, which any implementation of SHA-256 can repeat.
#include <cstdint>
#include <string>

namespace lenkwerk::sortition::lottery {

class RandomBits {
public:
    explicit RandomBits(std::string seed) : seed_(std::move(seed)) {}

    // 0 … limit − 1, each exactly as likely: the first eight bytes of SHA-256(seed, newline, counter) as a number, most
    // significant byte first; those from the largest multiple of `limit` below 2^64 on are passed over.
    std::uint64_t below(std::uint64_t limit);

private:
    std::string seed_;
    std::uint64_t counter_ = 0;
};

}  // namespace lenkwerk::sortition::lottery
