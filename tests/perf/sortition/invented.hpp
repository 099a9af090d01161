#pragma once
// Invented pools and registers, the same from the same seed on every machine.
#include <cstdint>
#include <string>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::bench {

// Who volunteers differs from who lives there: each person has a leaning that draws all features the same way, as
// education, age and origin are drawn in real pools. Quotas follow the population, with `slack` seats to either side.
struct SkewedRequest {
    int people = 2000;
    int size = 150;
    int features = 8;
    int slack = 1;
    std::uint64_t seed = 1;
};
struct Skewed {
    sortition::Quotas quotas;
    sortition::People people;
};
Skewed skewed_pool(SkewedRequest const& request);

// CSV of a residents' register: code, born, sex, district, street, moved_in.
std::string register_extract(int rows, std::uint64_t seed);

}  // namespace lenkwerk::bench
