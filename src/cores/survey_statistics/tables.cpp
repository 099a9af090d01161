#include "cores/survey_statistics/tables.hpp"

#include <cmath>

#include "cores/survey_statistics/dense.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {
namespace {

// The levels that rows with weight take, renumbered.
Factor present(Factor const& factor, std::span<double const> weights) {
    std::vector<std::int32_t> place(factor.levels.size(), -1);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] != 0 && factor.codes[i] >= 0) place[static_cast<std::size_t>(factor.codes[i])] = 0;
    }
    Factor result{factor.codes, {}};
    for (std::size_t level = 0; level < place.size(); ++level) {
        if (place[level] < 0) continue;
        place[level] = static_cast<std::int32_t>(result.levels.size());
        result.levels.push_back(factor.levels[level]);
    }
    for (auto& code : result.codes) {
        if (code >= 0) code = place[static_cast<std::size_t>(code)];
    }
    return result;
}

struct Table {
    Factor rows;
    Factor columns;
    Factor cells;  // rows fastest
    std::size_t count() const { return cells.levels.size(); }
    Eigen::Index height() const { return as_index(rows.levels.size()); }
    Eigen::Index width() const { return as_index(columns.levels.size()); }
};

Table table_of(ProbabilitySample const& sample, Factor const& rows, Factor const& columns) {
    Table table{present(rows, sample.weights()), present(columns, sample.weights()), {}};
    auto const height = static_cast<std::int32_t>(table.rows.levels.size());
    table.cells.levels.resize(table.rows.levels.size() * table.columns.levels.size());
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        auto const row = table.rows.codes[i];
        auto const column = table.columns.codes[i];
        table.cells.codes.push_back(row < 0 || column < 0 ? -1 : row + height * column);
    }
    return table;
}

Outcome<Estimates> cell_estimates(ProbabilitySample const& sample, Table const& table, Quantity quantity) {
    auto const columns = indicators(table.cells);
    Variables variables;
    for (auto const& column : columns) variables.push_back({"cell", column});
    return quantity == Quantity::mean ? means(sample, variables) : totals(sample, variables);
}

// What of the saturated model is left when the main effects are projected out: (R−1)(C−1) columns.
Eigen::MatrixXd interaction_space(Table const& table) {
    auto const height = table.height();
    auto const width = table.width();
    Eigen::MatrixXd main = Eigen::MatrixXd::Zero(height * width, height + width - 1);
    Eigen::MatrixXd both = Eigen::MatrixXd::Zero(height * width, (height - 1) * (width - 1));
    for (Eigen::Index cell = 0; cell < height * width; ++cell) {
        auto const row = cell % height;
        auto const column = cell / height;
        main(cell, 0) = 1;
        if (row > 0) main(cell, row) = 1;
        if (column > 0) main(cell, height - 1 + column) = 1;
        if (row > 0 && column > 0) both(cell, (column - 1) * (height - 1) + row - 1) = 1;
    }
    Eigen::HouseholderQR<Eigen::MatrixXd> const qr(main);
    Eigen::MatrixXd const basis = qr.householderQ() * Eigen::MatrixXd::Identity(main.rows(), main.cols());
    return both - basis * (basis.transpose() * both);
}

// Generalised design effects (Rao and Scott 1984, eq. 2.5): (C′D⁻¹C)⁻¹ (C′D⁻¹VD⁻¹C), here with N in front.
Eigen::MatrixXd design_effect_matrix(Table const& table, Estimates const& shares) {
    auto const space = interaction_space(table);
    auto const share = view(std::span<double const>(shares.values));
    Eigen::VectorXd const inverse = (share.array() > 0).select(share.array().inverse(), 0.0);
    Eigen::MatrixXd const scaled = inverse.asDiagonal() * space;
    Eigen::MatrixXd const under_independence = space.transpose() * scaled;
    Eigen::MatrixXd const observed = scaled.transpose() * view(shares.covariance) * scaled;
    return under_independence.partialPivLu().solve(observed);
}

double pearson(Table const& table, Estimates const& shares) {
    Eigen::Map<Eigen::MatrixXd const> const share(shares.values.data(), table.height(), table.width());
    Eigen::MatrixXd const expected = share.rowwise().sum() * share.colwise().sum();
    return ((share - expected).array().square() / expected.array()).sum();
}

Outcome<TestResult> rao_scott(ProbabilitySample const& sample, Table const& table, IndependenceTest test, double n) {
    auto const shares = cell_estimates(sample, table, Quantity::mean);
    if (!shares) return shares.problems();
    auto const degrees = sample.degrees_of_freedom();
    Eigen::MatrixXd const delta = design_effect_matrix(table, *shares) * n;
    auto const statistic = pearson(table, *shares) * n;
    auto const trace = delta.trace();
    if (!(trace > 0)) return singular();
    if (test == IndependenceTest::first_order) {
        auto const size = static_cast<double>(delta.cols());
        return TestResult{statistic, {size}, chi_squared_above(statistic / (trace / size), size)};
    }
    auto const numerator = trace * trace / (delta * delta).trace();
    auto const value = statistic / trace;
    return TestResult{value, {numerator, numerator * degrees}, f_above(value, numerator, numerator * degrees)};
}

// Totals less their expectation from the margins, and the derivative of that by the totals.
struct Distance {
    Eigen::VectorXd value;
    Eigen::MatrixXd derivative;
};
Distance distance(Table const& table, Estimates const& totals) {
    auto const height = table.height();
    auto const width = table.width();
    Eigen::Map<Eigen::MatrixXd const> const cell(totals.values.data(), height, width);
    Eigen::VectorXd const row = cell.rowwise().sum();
    Eigen::RowVectorXd const column = cell.colwise().sum();
    auto const all = cell.sum();
    Distance result{Eigen::VectorXd((height - 1) * (width - 1)),
                    Eigen::MatrixXd::Zero((height - 1) * (width - 1), height * width)};
    for (Eigen::Index r = 1; r < height; ++r) {
        for (Eigen::Index c = 1; c < width; ++c) {
            auto const k = (c - 1) * (height - 1) + r - 1;
            result.value(k) = cell(r, c) - row(r) * column(c) / all;
            for (Eigen::Index other = 0; other < height * width; ++other) {
                double change = row(r) * column(c) / (all * all);
                if (other % height == r) change -= column(c) / all;
                if (other / height == c) change -= row(r) / all;
                if (other == c * height + r) change += 1;
                result.derivative(k, other) = change;
            }
        }
    }
    return result;
}

Outcome<TestResult> wald(ProbabilitySample const& sample, Table const& table, IndependenceTest test) {
    auto const totals = cell_estimates(sample, table, Quantity::total);
    if (!totals) return totals.problems();
    auto const [value, derivative] = distance(table, *totals);
    Eigen::MatrixXd const covariance = derivative * view(totals->covariance) * derivative.transpose();
    Eigen::FullPivLU<Eigen::MatrixXd> const solver(covariance);
    if (!solver.isInvertible()) return singular();
    auto const squared = value.dot(solver.solve(value));
    auto const size = static_cast<double>(value.size());
    auto const degrees = sample.degrees_of_freedom();
    auto const left = test == IndependenceTest::wald ? degrees : degrees - size + 1;
    if (!(left > 0)) return no_degrees();
    auto const statistic = test == IndependenceTest::wald ? squared / size : squared * left / (size * degrees);
    return TestResult{statistic, {size, left}, f_above(statistic, size, left)};
}

}  // namespace

CrossTable cross_table(ProbabilitySample const& sample, Factor const& rows, Factor const& columns) {
    CrossTable table{rows.levels, columns.levels, Matrix(rows.levels.size(), columns.levels.size())};
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        if (rows.codes[i] < 0 || columns.codes[i] < 0) continue;
        table.totals(static_cast<std::size_t>(rows.codes[i]), static_cast<std::size_t>(columns.codes[i])) +=
            sample.weights()[i];
    }
    return table;
}

Outcome<TestResult> independence(ProbabilitySample const& sample, Factor const& rows, Factor const& columns,
                                 IndependenceTest test, std::size_t counted_rows) {
    auto const table = table_of(sample, rows, columns);
    if (table.height() < 2 || table.width() < 2) return too_few_groups();
    if (!(sample.degrees_of_freedom() > 0)) return no_degrees();
    if (test == IndependenceTest::wald || test == IndependenceTest::adjusted_wald) return wald(sample, table, test);
    auto const n = counted_rows > 0 ? counted_rows : sample.respondents();
    return rao_scott(sample, table, test, static_cast<double>(n));
}

}  // namespace lenkwerk::survey_statistics
