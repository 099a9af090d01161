#include "cores/survey_statistics/domain_sizes.hpp"

#include <algorithm>

namespace lenkwerk::survey_statistics {
namespace {

// A cell and a unit (stratum) of it.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<double> distinct_by_cell(std::vector<Pair> pairs, std::size_t cells) {
    std::ranges::sort(pairs);
    std::vector<double> counts(cells);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i] != pairs[i - 1]) counts[pairs[i].first] += 1;
    }
    return counts;
}

template <class Visit> void each_row(ProbabilitySample const& sample, Grouping const& grouping, Visit const& visit) {
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        if (grouping.cell[i] >= 0 && sample.weights()[i] != 0) visit(i, static_cast<std::uint32_t>(grouping.cell[i]));
    }
}

}  // namespace

Problems check_domains(std::vector<Factor> const& factors, std::size_t rows) {
    constexpr std::size_t kMostScores = 100'000'000;  // one a row and domain: 800 MB
    std::size_t combinations = 1;
    for (auto const& factor : factors) {
        combinations *= std::max<std::size_t>(factor.levels.size(), 1);
        if (combinations > kMostDomains) break;
    }
    auto const most = std::min(kMostDomains, kMostScores / std::max<std::size_t>(rows, 1));
    if (combinations <= most) return {};
    return refuse("survey.domains.too_many", "by", {{"most", static_cast<std::int64_t>(most)}});
}

std::vector<double> degrees_by_cell(ProbabilitySample const& sample, Grouping const& grouping) {
    if (sample.replicates() != nullptr) return std::vector<double>(grouping.cells(), sample.degrees_of_freedom());
    auto const& stage = sample.drawing().stages.front();
    std::vector<Pair> units, strata;
    each_row(sample, grouping, [&](std::size_t i, std::uint32_t cell) {
        units.emplace_back(cell, stage.unit[i]);
        strata.emplace_back(cell, stage.stratum[stage.unit[i]]);
    });
    auto degrees = distinct_by_cell(std::move(units), grouping.cells());
    auto const fewer = distinct_by_cell(std::move(strata), grouping.cells());
    for (std::size_t c = 0; c < degrees.size(); ++c) degrees[c] -= fewer[c];
    return degrees;
}

std::vector<double> simple_variances(ProbabilitySample const& sample, Grouping const& grouping,
                                     std::span<double const> values) {
    struct Sums {
        double rows = 0, weight = 0, value = 0, square = 0;
    };
    std::vector<Sums> sums(grouping.cells());
    each_row(sample, grouping, [&](std::size_t i, std::uint32_t cell) {
        sums[cell].rows += 1;
        sums[cell].weight += sample.weights()[i];
        sums[cell].value += sample.weights()[i] * values[i];
    });
    each_row(sample, grouping, [&](std::size_t i, std::uint32_t cell) {
        auto const off = values[i] - sums[cell].value / sums[cell].weight;
        sums[cell].square += sample.weights()[i] * off * off;
    });
    std::vector<double> variances;
    for (auto const& [rows, weight, value, square] : sums) {
        variances.push_back(rows > 1 ? square / weight / (rows - 1) : 0);
    }
    return variances;
}

}  // namespace lenkwerk::survey_statistics
