#include "cores/opinion_map/axes.hpp"

#include <Eigen/Dense>
#include <cmath>

namespace lenkwerk::opinion_map {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index kBlockWidth = 4;     // the axes sought and two more, so that a close third does not slow the search
constexpr Index kColdBlocks = 12;    // width of the search space from nothing: 48 directions
constexpr Index kWarmBlocks = 3;     // and from a good guess
constexpr int kMostRestarts = 300;   // far beyond what data need; reached only where variances coincide
constexpr double kVanished = 1e-12;  // a variance this small beside the total is rounding

// A fixed, structureless start: the search must not begin orthogonal to an axis, and every run must begin alike.
MatrixXd canonical_start(Index rows) {
    MatrixXd start(rows, std::min(kBlockWidth, rows));
    std::uint64_t state = 0x9e3779b97f4a7c15ULL;
    for (auto& entry : start.reshaped()) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        entry = static_cast<double>(state >> 11) * 0x1p-53 - 0.5;
    }
    return start;
}

// Makes the columns of `block` orthonormal to `basis` and to one another; directions already spanned are dropped.
// Two passes are enough (Kahan and Parlett: "twice is enough").
MatrixXd new_directions(MatrixXd const& basis, MatrixXd block) {
    Index kept = 0;
    for (Index c = 0; c < block.cols(); ++c) {
        VectorXd column = block.col(c);
        auto const length = column.norm();
        if (!(length > 0)) continue;
        for (int pass = 0; pass < 2; ++pass) {
            column -= basis * (basis.transpose() * column);
            column -= block.leftCols(kept) * (block.leftCols(kept).transpose() * column);
        }
        if (column.norm() <= 1e-10 * length) continue;
        block.col(kept++) = column.normalized();
    }
    return block.leftCols(kept);
}

struct Search {
    MatrixXd vectors;  // Ritz vectors, largest value first
    VectorXd values;
    double residual = 0;  // the larger |A v - value v| of the two axes
};

// One search space: the start block and its images under the matrix.
Search search(Eigen::Map<MatrixXd const> const& matrix, MatrixXd start, Index blocks) {
    auto const rows = matrix.rows();
    MatrixXd basis(rows, 0);
    MatrixXd images(rows, 0);
    MatrixXd block = new_directions(basis, std::move(start));
    for (Index step = 0; step < blocks && block.cols() > 0; ++step) {
        MatrixXd const image = matrix * block;
        auto const before = basis.cols();
        basis.conservativeResize(Eigen::NoChange, before + block.cols());
        images.conservativeResize(Eigen::NoChange, before + block.cols());
        basis.rightCols(block.cols()) = block;
        images.rightCols(block.cols()) = image;
        block = new_directions(basis, image);
    }
    Eigen::SelfAdjointEigenSolver<MatrixXd> const ritz(basis.transpose() * images);
    auto const kept = std::min(kBlockWidth, basis.cols());
    MatrixXd const turn = ritz.eigenvectors().rightCols(kept).rowwise().reverse();
    Search found{basis * turn, ritz.eigenvalues().tail(kept).reverse(), 0};
    auto const axes = std::min<Index>(kAxes, kept);
    MatrixXd const misfit = (images * turn - found.vectors * found.values.asDiagonal()).leftCols(axes);
    found.residual = misfit.colwise().norm().maxCoeff();
    return found;
}

Search search_until_settled(Eigen::Map<MatrixXd const> const& matrix, Block const& block, double tolerance) {
    auto const is_warm = block.rows == static_cast<std::size_t>(matrix.rows()) && block.rows > 0;
    MatrixXd start = canonical_start(matrix.rows());
    if (is_warm) {
        auto const columns = static_cast<Index>(block.columns.size() / block.rows);
        start = Eigen::Map<MatrixXd const>(block.columns.data(), matrix.rows(), columns);
    }
    auto found = search(matrix, std::move(start), is_warm ? kWarmBlocks : kColdBlocks);
    for (int i = 0; i < kMostRestarts && found.residual > tolerance * found.values(0); ++i) {
        found = search(matrix, std::move(found.vectors), kColdBlocks);
    }
    return found;
}

std::vector<double> with_largest_loading_positive(VectorXd vector) {
    Index largest = 0;
    vector.cwiseAbs().maxCoeff(&largest);
    if (vector(largest) < 0) vector = -vector;
    return {vector.begin(), vector.end()};
}

void fill(Axes& axes, Search const& found, double total, double divisor) {
    for (std::size_t axis = 0; axis < kAxes; ++axis) {
        auto const at = static_cast<Index>(axis);
        if (at >= found.values.size() || !(found.values(at) > kVanished * total)) return;
        axes.components[axis] = with_largest_loading_positive(found.vectors.col(at));
        axes.variances[axis] = found.values(at) / divisor;
        axes.defined = axis + 1;
    }
    if (found.values.size() > 2) axes.next_variance = std::max(0.0, found.values(2) / divisor);
}

}  // namespace

Axes find_axes(std::vector<double> const& scatter, std::vector<double> center, std::size_t participants, Block& block,
               double tolerance) {
    auto const rows = static_cast<Index>(center.size());
    Axes axes{std::move(center)};
    axes.components.fill(std::vector<double>(axes.center.size(), 0.0));
    Eigen::Map<MatrixXd const> const matrix(scatter.data(), rows, rows);
    if (participants < 2 || rows == 0 || !(matrix.trace() > 0)) return axes;
    auto const found = search_until_settled(matrix, block, tolerance);
    fill(axes, found, matrix.trace(), static_cast<double>(participants - 1));
    block = {{found.vectors.data(), found.vectors.data() + found.vectors.size()}, axes.center.size()};
    return axes;
}

Axes find_axes(PairSums const& sums, std::vector<Statement> const& statements, std::size_t participants) {
    Block block;
    return find_axes(scatter_matrix(sums, statements), centers(sums, statements), participants, block);
}

std::vector<double> centers(PairSums const& sums, std::vector<Statement> const& statements) {
    std::vector<double> center(sums.size(), 0.0);
    for (std::size_t j = 0; j < center.size(); ++j) {
        if (!statements[j].is_moderated_out) center[j] = sums.mean(j);
    }
    return center;
}

}  // namespace lenkwerk::opinion_map
