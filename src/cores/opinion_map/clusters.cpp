#include "cores/opinion_map/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "cores/opinion_map/random.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr int kMostRounds = 300;
constexpr double kSettled = 1e-9;    // centres that move less than this share of the picture's width have arrived
constexpr double kSoftening = 1e-7;  // keeps the pull of a cell that a centre stands on finite, as a share of the width

double distance(Point a, Point b, double softening = 0) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + softening * softening);
}

double width_of(std::span<Cell const> cells) {
    Point low = cells.front().point, high = low;
    for (auto const& cell : cells) {
        low = {std::min(low.x, cell.point.x), std::min(low.y, cell.point.y)};
        high = {std::max(high.x, cell.point.x), std::max(high.y, cell.point.y)};
    }
    return distance(low, high);
}

struct Round {
    std::vector<Point> centers;
    std::vector<double> people;
    double cost = 0;
};

// Assigns each cell to its nearest centre and moves each centre one step towards its geometric median (Weiszfeld 1937):
// to the mean of its cells, each weighted by its pull over its distance. Neither can raise the cost.
// A centre that lost all its cells stays where it was.
Round moved(std::span<Cell const> cells, std::vector<Point> centers, double softening) {
    std::vector<double> pulls(centers.size(), 0.0);
    std::vector<Point> sums(centers.size());
    Round round{{}, pulls, 0};
    for (auto const& cell : cells) {
        auto const group = nearest(centers, cell.point);
        auto const away = distance(centers[group], cell.point, softening);
        auto const pull = away > 0 ? cell.weight / away : cell.weight;
        sums[group].x += pull * cell.point.x;
        sums[group].y += pull * cell.point.y;
        pulls[group] += pull;
        round.people[group] += cell.people;
        round.cost += cell.weight * away;
    }
    for (std::size_t g = 0; g < centers.size(); ++g) {
        if (pulls[g] > 0) centers[g] = {sums[g].x / pulls[g], sums[g].y / pulls[g]};
    }
    round.centers = std::move(centers);
    return round;
}

bool has_arrived(std::vector<Point> const& before, std::vector<Point> const& after, double near) {
    for (std::size_t g = 0; g < before.size(); ++g) {
        if (distance(before[g], after[g]) > near) return false;
    }
    return true;
}

// Most people first; equal numbers from left to right: numbers that names and order of participants cannot change.
std::vector<Point> in_order(Round const& round) {
    std::vector<std::size_t> order;
    for (std::size_t g = 0; g < round.centers.size(); ++g) {
        if (round.people[g] > 0) order.push_back(g);
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return round.people[a] != round.people[b] ? round.people[a] > round.people[b]
                                                  : round.centers[a] < round.centers[b];
    });
    std::vector<Point> sorted;
    for (auto const g : order) sorted.push_back(round.centers[g]);
    return sorted;
}

Clustering settled(std::span<Cell const> cells, std::vector<Point> centers, double width) {
    Round round;
    for (int i = 0; i < kMostRounds; ++i) {
        round = moved(cells, centers, kSoftening * width);
        if (has_arrived(centers, round.centers, kSettled * width)) break;
        centers = round.centers;
    }
    return {in_order(round), round.cost};
}

std::size_t drawn(std::span<Cell const> cells, std::vector<double> const& chances, Random& random) {
    auto left = random.fraction() * std::accumulate(chances.begin(), chances.end(), 0.0);
    std::size_t last_possible = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (chances[i] <= 0) continue;
        last_possible = i;
        left -= chances[i];
        if (left < 0) return i;
    }
    return last_possible;
}

std::vector<Point> drawn_centers(std::span<Cell const> cells, std::size_t k, Random& random) {
    std::vector<double> chances;
    for (auto const& cell : cells) chances.push_back(cell.weight);
    std::vector<double> distances(cells.size(), std::numeric_limits<double>::infinity());
    std::vector<Point> centers;
    while (centers.size() < k) {
        centers.push_back(cells[drawn(cells, chances, random)].point);
        auto any_left = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            distances[i] = std::min(distances[i], distance(cells[i].point, centers.back()));
            chances[i] = cells[i].weight * distances[i];
            any_left |= chances[i] > 0;
        }
        if (!any_left) break;
    }
    return centers;
}

}  // namespace

std::uint32_t nearest(std::span<Point const> centers, Point point) {
    std::uint32_t best = 0;
    auto least = std::numeric_limits<double>::infinity();
    for (std::uint32_t g = 0; g < centers.size(); ++g) {
        auto const dx = centers[g].x - point.x;
        auto const dy = centers[g].y - point.y;
        if (auto const squared = dx * dx + dy * dy; squared < least) {
            least = squared;
            best = g;
        }
    }
    return best;
}

Clustering cluster(std::span<Cell const> cells, std::size_t k, std::size_t restarts, std::uint64_t seed) {
    if (cells.empty()) return {};
    Random random(seed);
    auto const width = width_of(cells);
    Clustering best;
    for (std::size_t i = 0; i < restarts; ++i) {
        auto found = settled(cells, drawn_centers(cells, k, random), width);
        if (i == 0 || found.cost < best.cost) best = std::move(found);
    }
    return best;
}

}  // namespace lenkwerk::opinion_map
