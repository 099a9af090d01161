#include "cores/opinion_map/symmetric_product.hpp"

#include <algorithm>

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kColumns = 2;  // columns a pass
constexpr std::size_t kRows = 4;     // rows at a time: eight sums stay in registers and hide the latency of addition
constexpr std::size_t kLanes = 4;

// Four numbers that are multiplied at once where the processor can.
using Lanes = double __attribute__((vector_size(kLanes * sizeof(double)), aligned(sizeof(double)), may_alias));

Lanes& lanes(double* numbers) { return *reinterpret_cast<Lanes*>(numbers); }
Lanes const& lanes(double const* numbers) { return *reinterpret_cast<Lanes const*>(numbers); }

// The compiler writes the loop a second time for processors with AVX2; which one runs is found out at the start.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define LENKWERK_ALSO_FOR_AVX2 __attribute__((target_clones("arch=haswell", "default")))
#else
#define LENKWERK_ALSO_FOR_AVX2
#endif

// The square of up to kRows rows on the diagonal.
void multiply_square(double const* matrix, std::size_t size, std::size_t row, std::size_t rows, double const* columns,
                     double* result) {
    for (std::size_t c = 0; c < kColumns; ++c) {
        for (std::size_t r = row; r < row + rows; ++r) {
            for (std::size_t k = row; k < row + rows; ++k) {
                result[c * size + r] += matrix[r * size + k] * columns[c * size + k];
            }
        }
    }
}

// kRows rows to the right of their square. Each entry counts twice, for its row and for its column, so that only one half of the
// matrix is read: with large ones it is memory that sets the pace.
LENKWERK_ALSO_FOR_AVX2
void multiply_right(double const* matrix, std::size_t size, std::size_t row, double const* columns, double* result) {
    Lanes sums[kRows][kColumns] = {};
    auto k = row + kRows;
    for (; k + kLanes <= size; k += kLanes) {
#pragma GCC unroll 2
        for (std::size_t c = 0; c < kColumns; ++c) {
            auto const factors = lanes(columns + c * size + k);
            auto below = lanes(result + c * size + k);
#pragma GCC unroll 4
            for (std::size_t r = 0; r < kRows; ++r) {
                auto const entries = lanes(matrix + (row + r) * size + k);
                sums[r][c] += entries * factors;
                below += entries * columns[c * size + row + r];
            }
            lanes(result + c * size + k) = below;
        }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t c = 0; c < kColumns; ++c) {
            auto const& sum = sums[r][c];
            auto total = (sum[0] + sum[2]) + (sum[1] + sum[3]);
            for (auto rest = k; rest < size; ++rest) {
                auto const entry = matrix[(row + r) * size + rest];
                total += entry * columns[c * size + rest];
                result[c * size + rest] += entry * columns[c * size + row + r];
            }
            result[c * size + row + r] += total;
        }
    }
}

void multiply(double const* matrix, std::size_t size, double const* columns, double* result) {
    for (std::size_t row = 0; row < size; row += kRows) {
        auto const rows = std::min(kRows, size - row);
        multiply_square(matrix, size, row, rows, columns, result);
        if (rows == kRows) multiply_right(matrix, size, row, columns, result);
    }
}

}  // namespace

std::vector<double> symmetric_product(std::span<double const> matrix, std::size_t size,
                                      std::span<double const> columns) {
    auto const passes = (columns.size() + kColumns * size - 1) / std::max<std::size_t>(kColumns * size, 1);
    std::vector<double> padded(passes * kColumns * size, 0.0);
    std::copy(columns.begin(), columns.end(), padded.begin());
    std::vector<double> result(padded.size());
    for (std::size_t pass = 0; pass < passes; ++pass) {
        auto const at = pass * kColumns * size;
        multiply(matrix.data(), size, padded.data() + at, result.data() + at);
    }
    result.resize(columns.size());
    return result;
}

}  // namespace lenkwerk::opinion_map
