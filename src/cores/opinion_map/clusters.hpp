#pragma once
// Groups of points in the plane: k-medians whose result depends on the points alone, not on their order or names.
//
// Why medians, and why weighted: a position is scaled up by sqrt(statements / votes), so that people with few votes stand
// far out by chance. The geometric median is not dragged along by them as a mean is, and each person pulls in proportion
// to the votes the position rests on (docs/adr/0019-opinion-groups-without-order.md has the measurements).
#include <cstdint>
#include <span>
#include <vector>

#include "cores/opinion_map/positions.hpp"

namespace lenkwerk::opinion_map {

// People who are treated as standing at one point.
struct Cell {
    Point point;
    double people = 1;
    double weight = 1;  // how much they pull, at least 0
};

struct Clustering {
    std::vector<Point> centers;  // most people first, then from left to right
    double cost = 0;             // weighted sum of the distances to the nearest centre
};

// Where somebody stands, and how much that pulls.
struct Place {
    Point point;
    double weight = 1;
    auto operator<=>(Place const&) const = default;
};

// At most `most` cells, in an order that depends on the places only: equal points together, and where they are more,
// neighbours by halving at the median of the longer side. `places` must ascend. `cell_of` says where each place went.
std::vector<Cell> cells_of(std::span<Place const> places, std::size_t most, std::vector<std::uint32_t>& cell_of);

// The cheapest of `restarts` searches. Each begins with centres drawn one by one with chances that grow with the distance
// to those before (after k-means++, Arthur and Vassilvitskii 2007), then assigns cells and moves centres in turn.
// At most as many centres as there are distinct cells that pull. Cells must be in an order of their own, as from cells_of.
Clustering cluster(std::span<Cell const> cells, std::size_t k, std::size_t restarts, std::uint64_t seed);

std::uint32_t nearest(std::span<Point const> centers, Point point);

// The mean silhouette width (Rousseeuw 1987) over the people, in [-1, 1]; 0 for less than two groups.
double silhouette(std::span<Cell const> cells, std::span<Point const> centers);

// The adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same things: 1 the same, about 0 by chance.
// Two groupings that each have everything in one group, or everything apart, are the same: 1.
double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other);

}  // namespace lenkwerk::opinion_map
