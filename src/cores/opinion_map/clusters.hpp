#pragma once
// Groups of points in the plane: k-means whose result depends on the points alone, not on their order or names.
#include <cstdint>
#include <span>
#include <vector>

#include "cores/opinion_map/positions.hpp"

namespace lenkwerk::opinion_map {

// Points that are treated as one, with how many they are.
struct Cell {
    Point point;
    double weight = 1;
};

struct Clustering {
    std::vector<Point> centers;  // heaviest first, then from left to right
    double inertia = 0;          // weighted sum of squared distances to the nearest centre
};

// At most `most` cells, in an order that depends on the points only: equal points together, and where they are more,
// neighbours by halving at the median of the longer side. `points` must ascend. `cell_of` says where each point went.
std::vector<Cell> cells_of(std::span<Point const> points, std::size_t most, std::vector<std::uint32_t>& cell_of);

// The best of `restarts` runs of Lloyd's method from k-means++ starts (Arthur and Vassilvitskii 2007), drawn from
// `seed`. At most as many centres as there are distinct cells. Cells must be in an order of their own, as from
// cells_of.
Clustering cluster(std::span<Cell const> cells, std::size_t k, std::size_t restarts, std::uint64_t seed);

// Lloyd's method from given centres.
Clustering refine(std::span<Cell const> cells, std::vector<Point> centers);

std::uint32_t nearest(std::span<Point const> centers, Point point);

// The mean silhouette width (Rousseeuw 1987) over the weights, in [-1, 1]; 0 for less than two groups.
double silhouette(std::span<Cell const> cells, std::span<Point const> centers);

// The adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same weighted things: 1 the same, about 0 by
// chance. Two groupings that each have everything in one group, or everything apart, are the same: 1.
double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other,
                     std::span<double const> weights);
double adjusted_rand(std::span<std::uint32_t const> one, std::span<std::uint32_t const> other);

}  // namespace lenkwerk::opinion_map
