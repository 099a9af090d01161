#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/sortition/draw/invite.hpp"

namespace lenkwerk::sortition::draw {
namespace {

using Counts = std::vector<std::int64_t>;

// Each further letter goes to the largest quotient share/(2·have + 1); ties to the first in order.
void sainte_lague(std::vector<double> const& shares, Counts const& available, std::int64_t total, Counts& counts) {
    auto given = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (; given < total; ++given) {
        std::size_t best = shares.size();
        double most = -1;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            double const quotient = shares[i] / (2 * static_cast<double>(counts[i]) + 1);
            if (counts[i] < available[i] && quotient > most) {
                most = quotient;
                best = i;
            }
        }
        ++counts[best];
    }
}

// Hare quota and largest remainders among those who can still take one.
void largest_remainder(std::vector<double> const& shares, Counts const& available, std::int64_t total, Counts& counts) {
    double const sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> ideal(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        ideal[i] = shares[i] / sum * static_cast<double>(total);
        counts[i] = std::clamp(static_cast<std::int64_t>(ideal[i]), counts[i], available[i]);
    }
    auto given = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    while (given != total) {
        int const direction = given < total ? 1 : -1;
        std::size_t best = shares.size();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            bool const open = direction > 0 ? counts[i] < available[i] : counts[i] > 0;
            auto const lack = [&](std::size_t j) { return direction * (ideal[j] - static_cast<double>(counts[j])); };
            if (open && (best == shares.size() || lack(i) > lack(best))) best = i;
        }
        counts[best] += direction;
        given += direction;
    }
}

}  // namespace

Outcome<std::vector<std::int64_t>> apportion(std::vector<double> const& shares,
                                             std::vector<std::int64_t> const& available, std::int64_t total,
                                             std::int64_t minimum, Apportionment method) {
    Counts counts;
    for (auto const most : available) counts.push_back(std::min(minimum, most));
    auto const least = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    auto const most = std::accumulate(available.begin(), available.end(), std::int64_t{0});
    if (least > total) {
        return refuse("sortition.invite.minima_exceed_letters", "letters", {{"minima", least}, {"letters", total}});
    }
    if (total > most) {
        return refuse("sortition.invite.too_few_people", "letters", {{"people", most}, {"letters", total}});
    }
    if (method == Apportionment::sainte_lague)
        sainte_lague(shares, available, total, counts);
    else
        largest_remainder(shares, available, total, counts);
    return counts;
}

}  // namespace lenkwerk::sortition::draw
