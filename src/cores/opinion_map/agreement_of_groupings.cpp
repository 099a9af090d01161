// How good a grouping is (silhouette) and how alike two groupings are (adjusted Rand index).
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "cores/opinion_map/clusters.hpp"

namespace lenkwerk::opinion_map {
namespace {

double pairs(double count) { return count * (count - 1) / 2; }

double width_of(std::size_t own, std::vector<double> const& distances, std::vector<double> const& people) {
    if (people[own] <= 1) return 0;
    auto const inside = distances[own] / (people[own] - 1);
    auto outside = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < people.size(); ++g) {
        if (g != own && people[g] > 0) outside = std::min(outside, distances[g] / people[g]);
    }
    auto const larger = std::max(inside, outside);
    return larger > 0 && std::isfinite(larger) ? (outside - inside) / larger : 0.0;
}

}  // namespace

double silhouette(std::span<Cell const> cells, std::span<Point const> centers) {
    if (centers.size() < 2) return 0;
    std::vector<std::uint32_t> group;
    std::vector<double> people(centers.size(), 0.0);
    double total = 0;
    for (auto const& cell : cells) {
        group.push_back(nearest(centers, cell.point));
        people[group.back()] += cell.people;
        total += cell.people;
    }
    double sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::vector<double> distances(centers.size(), 0.0);
        for (std::size_t j = 0; j < cells.size(); ++j) {
            auto const dx = cells[i].point.x - cells[j].point.x;
            auto const dy = cells[i].point.y - cells[j].point.y;
            distances[group[j]] += cells[j].people * std::sqrt(dx * dx + dy * dy);
        }
        sum += cells[i].people * width_of(group[i], distances, people);
    }
    return total > 0 ? sum / total : 0;
}

double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
    std::map<std::uint32_t, double> in_one;
    std::map<std::uint32_t, double> in_other;
    auto const total = static_cast<double>(one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        both[{one[i], other[i]}] += 1;
        in_one[one[i]] += 1;
        in_other[other[i]] += 1;
    }
    double together = 0, first = 0, second = 0;
    for (auto const& [key, count] : both) together += pairs(count);
    for (auto const& [key, count] : in_one) first += pairs(count);
    for (auto const& [key, count] : in_other) second += pairs(count);
    auto const expected = total > 1 ? first * second / pairs(total) : 0;
    auto const most = (first + second) / 2;
    return most == expected ? 1.0 : (together - expected) / (most - expected);
}

}  // namespace lenkwerk::opinion_map
