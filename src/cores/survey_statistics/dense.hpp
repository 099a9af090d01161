#pragma once
// Eigen's view of our matrices; included by sources only, so that no caller pays for compiling it.
#include <Eigen/Dense>

#include "cores/survey_statistics/matrix.hpp"

namespace lenkwerk::survey_statistics {

using DenseRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

inline Eigen::Index as_index(std::size_t value) { return static_cast<Eigen::Index>(value); }

inline Eigen::Map<DenseRows> view(Matrix& matrix) {
    return {matrix.cells.data(), as_index(matrix.rows), as_index(matrix.columns)};
}
inline Eigen::Map<DenseRows const> view(Matrix const& matrix) {
    return {matrix.cells.data(), as_index(matrix.rows), as_index(matrix.columns)};
}
inline Eigen::Map<Eigen::VectorXd const> view(std::span<double const> values) {
    return {values.data(), as_index(values.size())};
}
inline Matrix from_dense(DenseRows const& dense) {
    Matrix matrix(static_cast<std::size_t>(dense.rows()), static_cast<std::size_t>(dense.cols()));
    view(matrix) = dense;
    return matrix;
}

}  // namespace lenkwerk::survey_statistics
