#pragma once
// Reproducible chance: the same numbers from the same seed on every machine.
#include <cstdint>

namespace lenkwerk::opinion_map {

// splitmix64 (Steele, Lea, Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        auto z = state_ += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    // In [0, 1).
    double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    // In [0, bound), bound up to 2^32: the upper half of a product, biased by less than 2^-32.
    std::uint64_t below(std::uint64_t bound) { return ((next() >> 32) * bound) >> 32; }

private:
    std::uint64_t state_;
};

}  // namespace lenkwerk::opinion_map
