#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "cores/sortition/lottery/random_bits.hpp"
#include "cores/sortition/lottery/rounding.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

// Two fractions become one and something whole; the expectation of both stays (Gandhi, Khuller, Parthasarathy, Srinivasan
// 2006, section 2). `one` and `other` are in [0, kUnit).
void settle(std::int64_t& one, std::int64_t& other, RandomBits& bits) {
    auto const sum = one + other;
    if (sum < kUnit) {
        bool const one_stays = bits.below(static_cast<std::uint64_t>(sum)) < static_cast<std::uint64_t>(one);
        (one_stays ? one : other) = sum;
        (one_stays ? other : one) = 0;
    } else {
        auto const room = static_cast<std::uint64_t>(2 * kUnit - sum);
        bool const one_is_whole = bits.below(room) < static_cast<std::uint64_t>(kUnit - other);
        (one_is_whole ? one : other) = kUnit;
        (one_is_whole ? other : one) = sum - kUnit;
    }
}

bool is_whole(std::int64_t fraction) { return fraction % kUnit == 0; }

}  // namespace

std::string name_of(Rounding rounding) { return rounding == Rounding::pipage ? "pipage" : "linear-program"; }

std::optional<Rounding> rounding_named(std::string const& name) {
    for (auto const rounding : {Rounding::pipage, Rounding::linear_program}) {
        if (name == name_of(rounding)) return rounding;
    }
    return std::nullopt;
}

std::vector<std::int64_t> in_units(std::span<WeightedPanel const> panels, int number) {
    if (panels.empty()) throw std::invalid_argument("a lottery without panels cannot be rounded");
    std::vector<std::int64_t> units;
    std::int64_t left = number * kUnit;
    for (auto const& weighted : panels) {
        units.push_back(std::llround(weighted.weight * number * static_cast<double>(kUnit)));
        left -= units.back();
    }
    // What the weights' own rounding leaves over goes to the heaviest panel.
    auto const heaviest = std::ranges::max_element(units);
    *heaviest += left;
    if (*heaviest < 0) throw std::invalid_argument("weights of a lottery sum to 1");
    return units;
}

std::vector<int> pipage(std::span<WeightedPanel const> panels, int number, std::string const& seed) {
    auto units = in_units(panels, number);
    RandomBits bits(seed);
    std::vector<int> copies;
    std::vector<std::int64_t> fractions;
    for (auto const unit : units) {
        copies.push_back(static_cast<int>(unit / kUnit));
        fractions.push_back(unit % kUnit);
    }
    std::size_t open = 0;
    for (std::size_t next = 1; next < fractions.size(); ++next) {
        if (is_whole(fractions[next])) continue;
        if (!is_whole(fractions[open])) settle(fractions[open], fractions[next], bits);
        if (is_whole(fractions[open])) open = next;
    }
    for (std::size_t i = 0; i < copies.size(); ++i) copies[i] += static_cast<int>(fractions[i] / kUnit);
    return copies;
}

}  // namespace lenkwerk::sortition::lottery
