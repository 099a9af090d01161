#include "invented.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace lenkwerk::bench {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Knuth's MMIX generator: every machine draws the same.
struct Dice {
    std::uint64_t state;
    double fraction() {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
    int below(int n) { return static_cast<int>(fraction() * n); }
};

constexpr std::array kValues{2, 6, 4, 3, 5, 2, 3, 7};  // of feature 0, 1, … as in real panels: sex, age, education, …

int drawn(std::vector<double> const& shares, double fraction) {
    double sum = 0;
    for (std::size_t value = 0; value + 1 < shares.size(); ++value) {
        if (fraction < (sum += shares[value])) return static_cast<int>(value);
    }
    return static_cast<int>(shares.size()) - 1;
}

std::vector<double> population(Dice& dice, int values) {
    std::vector<double> shares;
    double sum = 0;
    for (int value = 0; value < values; ++value) sum += shares.emplace_back(0.3 + dice.fraction());
    for (double& share : shares) share /= sum;
    return shares;
}

// The first values volunteer more, the more so the stronger the leaning (0 to 1).
std::vector<double> volunteering(std::vector<double> shares, double leaning) {
    double sum = 0;
    for (std::size_t value = 0; value < shares.size(); ++value) {
        double const place = shares.size() == 1 ? 0 : static_cast<double>(value) / (double(shares.size()) - 1);
        sum += shares[value] *= std::exp(-1.6 * leaning * place);
    }
    for (double& share : shares) share /= sum;
    return shares;
}

void add_feature(Skewed& pool, SkewedRequest const& request, int feature, std::vector<double> const& shares) {
    pool.quotas.features.push_back(fmt::format("feature {}", feature + 1));
    for (std::size_t value = 0; value < shares.size(); ++value) {
        double const seats = shares[value] * request.size;
        int const min = std::max(0, static_cast<int>(std::floor(seats)) - request.slack);
        int const max = static_cast<int>(std::ceil(seats)) + request.slack;
        pool.quotas.rows.push_back({pool.quotas.features.back(), fmt::format("value {}", value + 1), min, max, {}, {}});
        pool.quotas.feature_of.push_back(feature);
    }
}

}  // namespace

Skewed skewed_pool(SkewedRequest const& request) {
    Dice dice{request.seed * 1'000'003};
    for (int i = 0; i < 8; ++i) dice.fraction();
    Skewed pool;
    pool.quotas.file = "invented quotas";
    pool.people.file = "invented people";
    std::vector<std::vector<double>> shares;
    std::vector<int> first_row;
    for (int feature = 0; feature < request.features; ++feature) {
        shares.push_back(population(dice, kValues[at(feature) % kValues.size()]));
        first_row.push_back(static_cast<int>(pool.quotas.rows.size()));
        add_feature(pool, request, feature, shares.back());
    }
    for (int person = 0; person < request.people; ++person) {
        double const leaning = dice.fraction();
        auto& member = pool.people.members.emplace_back();
        member.id = fmt::format("p{}", person + 1);
        for (int feature = 0; feature < request.features; ++feature) {
            int const value = drawn(volunteering(shares[at(feature)], leaning), dice.fraction());
            member.quotas.push_back(first_row[at(feature)] + value);
        }
    }
    return pool;
}

std::string register_extract(int rows, std::uint64_t seed) {
    static std::array const kStreets{
        "Lindenstra\xC3\x9F"
        "e",
        "Am Wall", "Hafenstr.", "M\xC3\xBChlenweg", "Nordring"};
    Dice dice{seed};
    std::string csv = "code;born;sex;district;street;moved_in\n";
    csv.reserve(static_cast<std::size_t>(rows) * 76);
    for (int row = 0; row < rows; ++row) {
        int const born = 1925 + dice.below(98);
        csv += fmt::format("{:08X}-{:06d};{}-{:02}-{:02};{};District {:02};{} {};{}-{:02}-01\n", dice.below(1 << 30),
                           row, born, 1 + dice.below(12), 1 + dice.below(28), dice.below(2) ? "f" : "m",
                           1 + dice.below(12), kStreets[at(dice.below(5))], 1 + dice.below(60'000),
                           std::min(2024, born + dice.below(60)), 1 + dice.below(12));
    }
    return csv;
}

}  // namespace lenkwerk::bench
