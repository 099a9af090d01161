#pragma once
// What weighting to known population figures does to the variance: the part of a score that the figures explain is no
// longer uncertain and is taken out before the variance is computed (Särndal, Swensson, Wretman 1992, ch. 6; Deville
// and Särndal 1992, result 5). Scores already carry the weights: row i of `scores` is w_i · u_i.
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "cores/survey_statistics/matrix.hpp"

namespace lenkwerk::survey_statistics {

// One cell a row. Rows with weight 0 take no part, here and below.
struct PostStrata {
    std::vector<std::uint32_t> cell;
    std::size_t cells = 0;
    std::vector<double> weight;      // after
    std::vector<double> old_weight;  // before
};

struct RakedMargin {
    std::vector<std::uint32_t> cell;
    std::size_t cells = 0;
    std::vector<double> weight;  // after this margin's step of the last cycle
};

// Margins fitted in turn. The projection onto all margins together is approached by exactly ten alternating sweeps,
// as the reference does; it differs from the limit in the seventh digit.
class RakedMargins {
public:
    static constexpr std::uint32_t kOutside = std::numeric_limits<std::uint32_t>::max();

    // `crossing`: one code a row (0, 1, … as they first appear) for its levels of all margins together, kOutside for a row without weight. All rows of a
    // crossing took the same factors.
    RakedMargins(std::vector<RakedMargin> margins, std::vector<std::uint32_t> crossing);
    void remove_explained(Matrix& scores) const;

    // What is removed of quantities of which each row carries at most one (row i `score[i]` in `cell[i]`, -1: none):
    // crossings x cells, to be multiplied by weight()[i]. Found without the rows x cells that remove_explained takes.
    Matrix explained_by_weight(std::span<std::int32_t const> cell, std::size_t cells,
                               std::span<double const> score) const;
    std::span<std::uint32_t const> crossing() const { return crossing_; }
    std::size_t crossings() const { return example_.size(); }
    std::span<double const> weight() const { return margins_.back().weight; }

private:
    Matrix effects(Matrix start) const;

    std::vector<RakedMargin> margins_;
    std::vector<std::uint32_t> crossing_;
    std::vector<std::size_t> example_;  // a row of each crossing
    std::vector<std::vector<double>> inverse_weight_;
    std::vector<std::size_t> first_level_;
    Matrix overlap_;  // (level, level'): Σ over rows in both of w'/w, so that a sweep costs levels², not rows
    std::vector<double> level_size_;
};

// Regression on calibration variables: `basis` is an orthonormal basis of √w₀·x, `weight` is g·√w₀.
struct CalibrationFit {
    Matrix basis;
    std::vector<double> weight;
};

using Adjustment = std::variant<PostStrata, RakedMargins, CalibrationFit>;

void remove_explained(Adjustment const& adjustment, Matrix& scores);

// The orthonormal basis of the columns of √w·x; `x` is rows × variables of full or deficient rank.
Matrix weighted_basis(Matrix const& x, std::span<double const> weights);

}  // namespace lenkwerk::survey_statistics
