#include "cores/opinion_map/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "cores/opinion_map/random.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr int kMostRounds = 200;

double squared_distance(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

struct Gathered {
    std::vector<Point> sums;
    std::vector<double> weights;
    double inertia = 0;
};

Gathered gather(std::span<Cell const> cells, std::span<Point const> centers) {
    Gathered result{std::vector<Point>(centers.size()), std::vector<double>(centers.size(), 0.0)};
    for (auto const& cell : cells) {
        auto const group = nearest(centers, cell.point);
        result.sums[group].x += cell.weight * cell.point.x;
        result.sums[group].y += cell.weight * cell.point.y;
        result.weights[group] += cell.weight;
        result.inertia += cell.weight * squared_distance(centers[group], cell.point);
    }
    return result;
}

// A centre that lost all its cells stays where it was.
std::vector<Point> middles(Gathered const& gathered, std::vector<Point> centers) {
    for (std::size_t g = 0; g < centers.size(); ++g) {
        auto const weight = gathered.weights[g];
        if (weight > 0) centers[g] = {gathered.sums[g].x / weight, gathered.sums[g].y / weight};
    }
    return centers;
}

// Heaviest first; equal weights from left to right: numbers that names and order of participants cannot change.
void put_in_order(std::vector<Point>& centers, std::vector<double> const& weights) {
    std::vector<std::size_t> order(centers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return weights[a] != weights[b] ? weights[a] > weights[b] : centers[a] < centers[b];
    });
    std::vector<Point> sorted;
    for (auto const g : order) {
        if (weights[g] > 0) sorted.push_back(centers[g]);
    }
    centers = std::move(sorted);
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

// k-means++: each further centre is drawn with chances that grow with the squared distance to the nearest one so far.
std::vector<Point> drawn_centers(std::span<Cell const> cells, std::size_t k, Random& random) {
    std::vector<double> chances;
    for (auto const& cell : cells) chances.push_back(cell.weight);
    std::vector<double> distances(cells.size(), std::numeric_limits<double>::infinity());
    std::vector<Point> centers;
    while (centers.size() < k) {
        centers.push_back(cells[drawn(cells, chances, random)].point);
        auto any_left = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            distances[i] = std::min(distances[i], squared_distance(cells[i].point, centers.back()));
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
        auto const distance = squared_distance(centers[g], point);
        if (distance < least) {
            least = distance;
            best = g;
        }
    }
    return best;
}

Clustering refine(std::span<Cell const> cells, std::vector<Point> centers) {
    auto gathered = gather(cells, centers);
    for (int round = 0; round < kMostRounds; ++round) {
        auto moved = middles(gathered, centers);
        if (moved == centers) break;
        centers = std::move(moved);
        gathered = gather(cells, centers);
    }
    put_in_order(centers, gathered.weights);
    return {std::move(centers), gathered.inertia};
}

Clustering cluster(std::span<Cell const> cells, std::size_t k, std::size_t restarts, std::uint64_t seed) {
    Random random(seed);
    Clustering best;
    for (std::size_t i = 0; i < restarts; ++i) {
        auto found = refine(cells, drawn_centers(cells, k, random));
        if (i == 0 || found.inertia < best.inertia) best = std::move(found);
    }
    return best;
}

}  // namespace lenkwerk::opinion_map
