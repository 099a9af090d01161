#pragma once
// The two axes of a map: the directions in which the votes differ most (principal components).
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "cores/opinion_map/pair_sums.hpp"

namespace lenkwerk::opinion_map {

inline constexpr std::size_t kAxes = 2;

struct Axes {
    std::vector<double> center = {};  // mean vote a statement, in [-1, 1]
    std::array<std::vector<double>, kAxes> components =
        {};                                 // unit vectors over the statements, or all 0 where undefined
    std::array<double, kAxes> variances{};  // eigenvalues of the covariance, divisor participants - 1
    double next_variance = 0;               // the third eigenvalue: near the second, the second axis is not determined
    std::size_t defined = 0;                // how many axes have a variance above 0
};

// How near the axes must come: the length of (A v - value v) beside the largest value.
inline constexpr double kExact = 1e-13;
inline constexpr double kRough = 1e-6;  // far below what a resample moves

// The axes of the given scatter matrix (statements x statements). Each component's largest loading is positive.
// `block` is the search's memory: empty to begin with; handed back in for the same matrix, or for a changed one whose changes it
// followed, the search takes a few steps only. Method: block Krylov subspaces with Rayleigh-Ritz and restarts (Saad, Numerical Methods for Large Eigenvalue
// Problems, ch. 6-7).
struct Block {
    std::vector<double> columns = {};  // some orthonormal columns of `rows` entries
    std::vector<double> images = {};   // what the matrix makes of them
    std::size_t rows = 0;
    std::size_t age = 0;  // searches since the images were multiplied out

    // Row and column `row` of the matrix change: the images with them, without a look at the rest of the matrix.
    void follow(std::size_t row, std::span<double const> before, std::span<double const> after);
    // The matrix has become another one: the directions are a good start nevertheless.
    void forget_images() { images.clear(); }
};
Axes find_axes(std::vector<double> const& scatter, std::vector<double> center, std::size_t participants, Block& block,
               double tolerance = kExact);

// The same from nothing.
Axes find_axes(PairSums const& sums, std::vector<Statement> const& statements, std::size_t participants);

// The mean votes by statement; 0 for statements that were moderated out.
std::vector<double> centers(PairSums const& sums, std::vector<Statement> const& statements);

}  // namespace lenkwerk::opinion_map
