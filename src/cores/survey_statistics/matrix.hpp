#pragma once
// A rectangle of numbers, row by row: what estimates and their covariances are handed over in.
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace lenkwerk::survey_statistics {

struct Matrix {
    Matrix() = default;
    Matrix(std::size_t row_count, std::size_t column_count, double value = 0)
        : rows(row_count), columns(column_count), cells(row_count * column_count, value) {}

    double& operator()(std::size_t row, std::size_t column) { return cells[row * columns + column]; }
    double operator()(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
    std::span<double> row(std::size_t index) { return {cells.data() + index * columns, columns}; }
    std::span<double const> row(std::size_t index) const { return {cells.data() + index * columns, columns}; }

    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> cells;
};

inline std::vector<double> diagonal(Matrix const& matrix) {
    std::vector<double> values(matrix.rows);
    for (std::size_t i = 0; i < matrix.rows; ++i) values[i] = matrix(i, i);
    return values;
}

// A missing answer inside a column of numbers; never handed out as a result.
inline bool is_missing(double value) { return std::isnan(value); }

}  // namespace lenkwerk::survey_statistics
