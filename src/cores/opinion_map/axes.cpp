#include "cores/opinion_map/axes.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <numeric>

#include "cores/opinion_map/symmetric_product.hpp"

namespace lenkwerk::opinion_map {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index kBlockWidth = 4;    // the axes sought and two more, so that a close third does not slow the search
constexpr Index kWidestSpace = 48;  // directions, before the search begins anew from the best of them
constexpr Index kSolvedWhole = 64;  // so few statements that all axes are found at once; a search would fill the space
constexpr int kPolishing = 3;       // steps beyond kExact: a close third axis magnifies what is left
constexpr int kMostRestarts = 300;  // far beyond what data need; reached only where variances coincide
constexpr std::size_t kOldestImages =
    256;                             // searches until images are multiplied out anew: their rounding must not add up
constexpr double kSpanned = 1e-14;   // what is left of a direction that a space already holds: rounding
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
template <class Basis> MatrixXd new_directions(Basis const& basis, MatrixXd block) {
    Eigen::RowVectorXd const lengths = block.colwise().norm();
    for (int pass = 0; pass < 2; ++pass) block -= basis * (basis.transpose() * block).eval();
    Index kept = 0;
    for (Index c = 0; c < block.cols(); ++c) {
        VectorXd column = block.col(c);
        for (int pass = 0; pass < 2; ++pass) {
            column -= block.leftCols(kept) * (block.leftCols(kept).transpose() * column).eval();
        }
        if (!(column.norm() > kSpanned * lengths(c))) continue;
        block.col(kept++) = column.normalized();
    }
    return block.leftCols(kept);
}

MatrixXd product(std::vector<double> const& matrix, MatrixXd const& block) {
    auto const image = symmetric_product(matrix, static_cast<std::size_t>(block.rows()),
                                         {block.data(), static_cast<std::size_t>(block.size())});
    return Eigen::Map<MatrixXd const>(image.data(), block.rows(), block.cols());
}

// Orthonormal directions with their images under the matrix.
struct Directions {
    MatrixXd columns;
    MatrixXd images;
    Index pursued = kBlockWidth;  // of how many the misfit is followed: of all at first, later of the axes alone
};

Directions spanned_by(std::vector<double> const& matrix, MatrixXd const& start) {
    auto columns = new_directions(MatrixXd(start.rows(), 0), start);
    auto images = product(matrix, columns);
    return {std::move(columns), std::move(images)};
}

// What a space of directions says of the matrix (Rayleigh and Ritz).
class Search {
public:
    Search(std::vector<double> const& matrix, Directions const& start, double tolerance)
        : matrix_(matrix),
          tolerance_(tolerance),
          pursued_(start.pursued),
          basis_(start.columns.rows(), kWidestSpace + kBlockWidth),
          images_(start.columns.rows(), kWidestSpace + kBlockWidth),
          reduced_(kWidestSpace + kBlockWidth, kWidestSpace + kBlockWidth) {
        take(start);
    }

    bool has_settled() const { return has_settled_; }
    bool is_full() const { return width_ >= kWidestSpace; }

    // Takes the misfits of the axes into the space; false where they hold nothing new.
    bool widen() {
        auto const directions = new_directions(basis(), misfits_);
        if (directions.cols() == 0) return false;
        take({directions, product(matrix_, directions)});
        return true;
    }

    Directions found() const { return {basis() * turn_, images() * turn_}; }
    VectorXd const& values() const { return values_; }

private:
    MatrixXd::ConstColsBlockXpr basis() const { return basis_.leftCols(width_); }
    MatrixXd::ConstColsBlockXpr images() const { return images_.leftCols(width_); }

    void take(Directions const& more) {
        auto const count = more.columns.cols();
        basis_.middleCols(width_, count) = more.columns;
        images_.middleCols(width_, count) = more.images;
        width_ += count;
        reduced_.block(0, width_ - count, width_, count) = basis().transpose() * more.images;
        Eigen::SelfAdjointEigenSolver<MatrixXd> const ritz(
            reduced_.topLeftCorner(width_, width_).selfadjointView<Eigen::Upper>().toDenseMatrix());
        auto const kept = std::min(kBlockWidth, width_);
        turn_ = ritz.eigenvectors().rightCols(kept).rowwise().reverse();
        values_ = ritz.eigenvalues().tail(kept).reverse();
        find_misfits();
    }

    // A v - value v of the directions pursued; settled where the axes' own are short beside the largest value.
    void find_misfits() {
        auto const count = std::min(pursued_, turn_.cols());
        auto const turn = turn_.leftCols(count);
        misfits_ = images() * turn - basis() * (turn * values_.head(count).asDiagonal()).eval();
        auto const axes = std::min<Index>(kAxes, misfits_.cols());
        auto const longest = misfits_.leftCols(axes).colwise().norm().maxCoeff();
        has_settled_ = !(longest > tolerance_ * values_(0));
    }

    std::vector<double> const& matrix_;
    double tolerance_;
    Index pursued_;
    MatrixXd basis_;    // the first width_ columns: orthonormal
    MatrixXd images_;   // and their images under the matrix
    MatrixXd reduced_;  // the matrix as the space sees it; its upper half
    MatrixXd turn_;     // from the basis to the Ritz vectors, largest value first
    VectorXd values_;
    MatrixXd misfits_;
    bool has_settled_ = false;
    Index width_ = 0;
};

struct Found {
    Directions directions;
    VectorXd values;
};

// Widens the space until the axes have settled; a space too wide begins anew from its best directions.
Found settled(std::vector<double> const& matrix, Directions start, double tolerance) {
    for (int i = 0;; ++i) {
        Search search(matrix, start, tolerance);
        auto may_improve = true;
        auto polishing = tolerance <= kExact ? kPolishing : 0;
        while (may_improve && !search.is_full() && (!search.has_settled() || polishing-- > 0)) {
            may_improve = search.widen();
        }
        auto const is_done = !may_improve || search.has_settled() || i == kMostRestarts;
        if (is_done) return {search.found(), search.values()};
        start = search.found();
    }
}

// All directions of a small matrix at once.
Found solved(Eigen::Map<MatrixXd const> const& matrix) {
    Eigen::SelfAdjointEigenSolver<MatrixXd> const all(matrix);
    return {{all.eigenvectors().rowwise().reverse(), {}}, all.eigenvalues().reverse()};
}

MatrixXd matrix_of(std::vector<double> const& columns, std::size_t rows) {
    auto const height = static_cast<Index>(rows);
    return Eigen::Map<MatrixXd const>(columns.data(), height, static_cast<Index>(columns.size() / rows));
}
std::vector<double> entries_of(MatrixXd const& matrix) { return {matrix.data(), matrix.data() + matrix.size()}; }

Directions start_of(std::vector<double> const& matrix, Block const& block, Index rows) {
    if (block.rows == 0 || static_cast<Index>(block.rows) != rows) return spanned_by(matrix, canonical_start(rows));
    auto const columns = matrix_of(block.columns, block.rows);
    if (block.images.empty() || block.age >= kOldestImages) return spanned_by(matrix, columns);
    return {columns, matrix_of(block.images, block.rows), static_cast<Index>(kAxes)};
}

std::vector<double> with_largest_loading_positive(VectorXd vector) {
    Index largest = 0;
    vector.cwiseAbs().maxCoeff(&largest);
    if (vector(largest) < 0) vector = -vector;
    return {vector.begin(), vector.end()};
}

void fill(Axes& axes, Found const& found, double total, double divisor) {
    for (std::size_t axis = 0; axis < kAxes; ++axis) {
        auto const at = static_cast<Index>(axis);
        if (at >= found.values.size() || !(found.values(at) > kVanished * total)) return;
        axes.components[axis] = with_largest_loading_positive(found.directions.columns.col(at));
        axes.variances[axis] = found.values(at) / divisor;
        axes.defined = axis + 1;
    }
    if (found.values.size() > 2) axes.next_variance = std::max(0.0, found.values(2) / divisor);
}

}  // namespace

void Block::follow(std::size_t row, std::span<double const> before, std::span<double const> after) {
    for (std::size_t c = 0; c * rows < columns.size(); ++c) {
        auto const* const column = columns.data() + c * rows;
        auto* const image = images.data() + c * rows;
        for (std::size_t l = 0; l < rows; ++l) image[l] += (after[l] - before[l]) * column[row];
        image[row] = std::inner_product(after.begin(), after.end(), column, 0.0);
    }
}

Axes find_axes(std::vector<double> const& scatter, std::vector<double> center, std::size_t participants, Block& block,
               double tolerance) {
    auto const rows = static_cast<Index>(center.size());
    Axes axes{std::move(center)};
    axes.components.fill(std::vector<double>(axes.center.size(), 0.0));
    Eigen::Map<MatrixXd const> const matrix(scatter.data(), rows, rows);
    if (participants < 2 || rows == 0 || !(matrix.trace() > 0)) return axes;
    auto const divisor = static_cast<double>(participants - 1);
    if (rows <= kSolvedWhole) {
        fill(axes, solved(matrix), matrix.trace(), divisor);
        return axes;
    }
    auto const found = settled(scatter, start_of(scatter, block, rows), tolerance);
    fill(axes, found, matrix.trace(), divisor);
    auto const age = block.rows == axes.center.size() && block.age < kOldestImages ? block.age + 1 : 0;
    block = {entries_of(found.directions.columns), entries_of(found.directions.images), axes.center.size(), age};
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
