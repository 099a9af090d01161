#include "cores/survey_statistics/domains.hpp"
#include "cores/survey_statistics/refusals.hpp"

#include <cmath>
#include <numeric>

namespace lenkwerk::survey_statistics {
namespace {

struct CellSums {
    std::vector<double> weight;
    std::vector<double> value;
};

struct Request {
    ProbabilitySample const& sample;
    Variables const& variables;
    Covariances covariances;
    Quantity quantity;
    std::vector<std::int32_t> cell;
    std::size_t cells;
};

CellSums sums(Request const& request, std::span<double const> values, std::span<double const> weights) {
    CellSums result{std::vector<double>(request.cells), std::vector<double>(request.cells)};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (request.cell[i] < 0) continue;
        auto const c = static_cast<std::size_t>(request.cell[i]);
        result.weight[c] += weights[i];
        result.value[c] += weights[i] * values[i];
    }
    return result;
}

std::vector<double> points(Request const& request, std::span<double const> weights) {
    std::vector<double> values;
    for (auto const& variable : request.variables) {
        auto const part = sums(request, variable.values, weights);
        for (std::size_t c = 0; c < request.cells; ++c) {
            values.push_back(request.quantity == Quantity::mean ? part.value[c] / part.weight[c] : part.value[c]);
        }
    }
    return values;
}

// What each row adds to the estimate of its own domain.
std::vector<double> scores(Request const& request, std::size_t variable) {
    auto const values = request.variables[variable].values;
    auto const weights = request.sample.weights();
    auto const part = sums(request, values, weights);
    std::vector<double> result(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (request.cell[i] < 0) continue;
        auto const c = static_cast<std::size_t>(request.cell[i]);
        result[i] = request.quantity == Quantity::total
                        ? weights[i] * values[i]
                        : weights[i] * (values[i] - part.value[c] / part.weight[c]) / part.weight[c];
    }
    return result;
}

Matrix full_covariance(Request const& request) {
    Matrix all(request.sample.rows(), request.variables.size() * request.cells);
    for (std::size_t j = 0; j < request.variables.size(); ++j) {
        auto const score = scores(request, j);
        for (std::size_t i = 0; i < score.size(); ++i) {
            if (request.cell[i] >= 0) all(i, j * request.cells + static_cast<std::size_t>(request.cell[i])) = score[i];
        }
    }
    return covariance_of_totals(request.sample, std::move(all));
}

Matrix variances_alone(Request const& request) {
    Matrix covariance(request.variables.size() * request.cells, request.variables.size() * request.cells);
    for (std::size_t j = 0; j < request.variables.size(); ++j) {
        auto const part = variances_of_cells(request.sample, request.cell, request.cells, scores(request, j));
        for (std::size_t c = 0; c < request.cells; ++c) {
            covariance(j * request.cells + c, j * request.cells + c) = part[c];
        }
    }
    return covariance;
}

Matrix covariance(Request const& request) {
    if (auto const* replicates = request.sample.replicates()) {
        return covariance_by_replicates(*replicates, request.sample.weights(),
                                        [&](std::span<double const> weights) { return points(request, weights); });
    }
    return request.covariances == Covariances::full ? full_covariance(request) : variances_alone(request);
}

// Renumbers the cells without those in which nobody answered.
void keep_answered(Grouping const& grouping, Request& request, DomainEstimates& result) {
    auto const complete = complete_rows(request.sample, request.variables);
    std::vector<std::size_t> count(grouping.cells());
    request.cell = grouping.cell;
    for (std::size_t i = 0; i < complete.size(); ++i) {
        if (!complete[i]) request.cell[i] = -1;
        if (request.cell[i] >= 0) ++count[static_cast<std::size_t>(request.cell[i])];
    }
    std::vector<std::int32_t> place(grouping.cells(), -1);
    for (std::size_t c = 0; c < count.size(); ++c) {
        if (count[c] == 0) continue;
        place[c] = static_cast<std::int32_t>(result.levels.size());
        result.levels.push_back(grouping.levels[c]);
        result.respondents.push_back(count[c]);
    }
    for (auto& cell : request.cell) {
        if (cell >= 0) cell = place[static_cast<std::size_t>(cell)];
    }
    request.cells = result.levels.size();
}

std::string joined(std::vector<std::string> const& levels) {
    std::string text;
    for (auto const& level : levels) text += (text.empty() ? "" : ".") + level;
    return text;
}

Outcome<DomainEstimates> estimate(Grouping const& grouping, Request request) {
    DomainEstimates result;
    keep_answered(grouping, request, result);
    if (result.levels.empty()) return no_answers();
    auto& estimates = result.estimates;
    for (auto const& variable : request.variables) {
        for (auto const& levels : result.levels) {
            auto const domain = joined(levels);
            estimates.names.push_back(request.variables.size() == 1 ? domain : domain + ":" + variable.name);
        }
    }
    estimates.values = points(request, request.sample.weights());
    estimates.covariance = covariance(request);
    for (auto const variance : estimates.covariance.cells) {
        if (!std::isfinite(variance)) return empty_replicate();
    }
    estimates.degrees_of_freedom = request.sample.degrees_of_freedom();
    estimates.respondents = std::accumulate(result.respondents.begin(), result.respondents.end(), std::size_t{0});
    return result;
}

}  // namespace

Grouping crossed(std::vector<Factor> const& factors, std::span<double const> weights) {
    std::size_t combinations = 1;
    for (auto const& factor : factors) combinations *= factor.levels.size();
    Grouping grouping{std::vector<std::int32_t>(weights.size(), -1), {}};
    std::vector<bool> present(combinations);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        std::size_t index = 0;
        std::size_t step = 1;
        bool known = weights[i] != 0;
        for (auto const& factor : factors) {
            known = known && factor.codes[i] >= 0;
            if (known) index += step * static_cast<std::size_t>(factor.codes[i]);
            step *= factor.levels.size();
        }
        if (!known) continue;
        grouping.cell[i] = static_cast<std::int32_t>(index);
        present[index] = true;
    }
    std::vector<std::int32_t> place(combinations, -1);
    for (std::size_t index = 0; index < combinations; ++index) {
        if (!present[index]) continue;
        place[index] = static_cast<std::int32_t>(grouping.levels.size());
        auto& levels = grouping.levels.emplace_back();
        auto rest = index;
        for (auto const& factor : factors) {
            levels.push_back(factor.levels[rest % factor.levels.size()]);
            rest /= factor.levels.size();
        }
    }
    for (auto& cell : grouping.cell) {
        if (cell >= 0) cell = place[static_cast<std::size_t>(cell)];
    }
    return grouping;
}

std::vector<std::vector<double>> indicators(Factor const& factor) {
    std::vector<std::vector<double>> columns(factor.levels.size(), std::vector<double>(factor.codes.size(), 0));
    for (std::size_t i = 0; i < factor.codes.size(); ++i) {
        if (factor.codes[i] >= 0) {
            columns[static_cast<std::size_t>(factor.codes[i])][i] = 1;
            continue;
        }
        for (auto& column : columns) column[i] = std::numeric_limits<double>::quiet_NaN();
    }
    return columns;
}

Outcome<DomainEstimates> domain_means(ProbabilitySample const& sample, Grouping const& grouping,
                                      Variables const& variables, Covariances covariances) {
    return estimate(grouping, {sample, variables, covariances, Quantity::mean, {}, 0});
}

Outcome<DomainEstimates> domain_totals(ProbabilitySample const& sample, Grouping const& grouping,
                                       Variables const& variables, Covariances covariances) {
    return estimate(grouping, {sample, variables, covariances, Quantity::total, {}, 0});
}

}  // namespace lenkwerk::survey_statistics
