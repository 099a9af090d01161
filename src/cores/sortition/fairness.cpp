#include <algorithm>
#include <cmath>

#include "cores/sortition/select.hpp"

namespace lenkwerk::sortition {

// Gini: Σ (2i − n − 1)·p_i / (n·Σ p) over ascending p.
Fairness fairness_of(std::vector<double> const& chances) {
    auto ascending = chances;
    std::ranges::sort(ascending);
    double const n = static_cast<double>(ascending.size());
    double sum = 0, ranked = 0, logarithms = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        sum += ascending[i];
        ranked += (2 * static_cast<double>(i + 1) - n - 1) * ascending[i];
        logarithms += std::log(ascending[i]);
    }
    auto const positive = std::ranges::upper_bound(ascending, 0.0);
    return {positive == ascending.end() ? 0 : *positive, ascending.back(), std::max(0.0, ranked / (n * sum)),
            std::exp(logarithms / n)};
}

}  // namespace lenkwerk::sortition
