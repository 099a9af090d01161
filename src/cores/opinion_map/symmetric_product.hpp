#pragma once
// A matrix times a few columns, in one pass over the matrix: what the search for axes spends its time on.
#include <cstddef>
#include <span>
#include <vector>

namespace lenkwerk::opinion_map {

// `matrix` is size x size and symmetric; `columns` holds any number of columns of `size` entries one after another.
// The result has the same shape. The order of summation depends on the size only, so that equal input gives equal output
// on one machine; processors with fused multiplication may differ from others in the last bits.
std::vector<double> symmetric_product(std::span<double const> matrix, std::size_t size,
                                      std::span<double const> columns);

}  // namespace lenkwerk::opinion_map
