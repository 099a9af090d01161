// How good a grouping is (silhouette) and how alike two groupings are (adjusted Rand index).
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "cores/opinion_map/clusters.hpp"

namespace lenkwerk::opinion_map {
namespace {

double pairs(double weight) { return weight * (weight - 1) / 2; }

double width_of(std::size_t own, std::vector<double> const& distances, std::vector<double> const& weights) {
    if (weights[own] <= 1) return 0;
    auto const inside = distances[own] / (weights[own] - 1);
    auto outside = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < weights.size(); ++g) {
        if (g != own && weights[g] > 0) outside = std::min(outside, distances[g] / weights[g]);
    }
    auto const larger = std::max(inside, outside);
    return larger > 0 && std::isfinite(larger) ? (outside - inside) / larger : 0.0;
}

}  // namespace

double silhouette(std::span<Cell const> cells, std::span<Point const> centers) {
    if (centers.size() < 2) return 0;
    std::vector<std::uint32_t> group;
    std::vector<double> weights(centers.size(), 0.0);
    double total = 0;
    for (auto const& cell : cells) {
        group.push_back(nearest(centers, cell.point));
        weights[group.back()] += cell.weight;
        total += cell.weight;
    }
    double sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::vector<double> distances(centers.size(), 0.0);
        for (std::size_t j = 0; j < cells.size(); ++j) {
            auto const dx = cells[i].point.x - cells[j].point.x;
            auto const dy = cells[i].point.y - cells[j].point.y;
            distances[group[j]] += cells[j].weight * std::sqrt(dx * dx + dy * dy);
        }
        sum += cells[i].weight * width_of(group[i], distances, weights);
    }
    return total > 0 ? sum / total : 0;
}

double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other,
                     std::span<double const> weights) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
    std::map<std::uint32_t, double> in_one;
    std::map<std::uint32_t, double> in_other;
    double total = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both[{one[i], other[i]}] += weights[i];
        in_one[one[i]] += weights[i];
        in_other[other[i]] += weights[i];
        total += weights[i];
    }
    double together = 0, first = 0, second = 0;
    for (auto const& [key, weight] : both) together += pairs(weight);
    for (auto const& [key, weight] : in_one) first += pairs(weight);
    for (auto const& [key, weight] : in_other) second += pairs(weight);
    auto const expected = total > 1 ? first * second / pairs(total) : 0;
    auto const most = (first + second) / 2;
    return most == expected ? 1.0 : (together - expected) / (most - expected);
}

double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other) {
    return adjusted_rand(one, other, std::vector<double>(one.size(), 1.0));
}

}  // namespace lenkwerk::opinion_map
