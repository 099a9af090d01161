// Variances of many domain estimates at once, where the domains part the rows.
#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/raked_cells.hpp"
#include "cores/survey_statistics/variance.hpp"

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::size_t kBlock = 16;

struct UnitTotal {
    std::uint64_t key;  // unit · cells + cell
    double total;
};

std::vector<UnitTotal> unit_totals(SamplingStage const& stage, std::span<std::int32_t const> cell, std::size_t cells,
                                   std::span<double const> score) {
    std::vector<UnitTotal> totals;
    totals.reserve(cell.size());
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] >= 0) totals.push_back({stage.unit[i] * cells + static_cast<std::uint64_t>(cell[i]), score[i]});
    }
    if (stage.row_is_unit) return totals;
    std::ranges::sort(totals, {}, &UnitTotal::key);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (kept > 0 && totals[kept - 1].key == totals[i].key) {
            totals[kept - 1].total += totals[i].total;
        } else {
            totals[kept++] = totals[i];
        }
    }
    totals.resize(kept);
    return totals;
}

struct StratumCell {
    double sum = 0;
    double squares = 0;  // around the stratum's mean
    double units = 0;
};

// Units without a row in the cell have the total 0 and deviate by the mean.
double contribution(StratumCell const& part, double sampled) {
    auto const mean = part.sum / sampled;
    return part.squares + (sampled - part.units) * mean * mean;
}

void add_stage(SamplingStage const& stage, std::vector<UnitTotal> const& totals, std::size_t cells,
               std::vector<double>& variances) {
    std::vector<StratumCell> parts(stage.sampled.size() * cells);
    auto const part_of = [&](UnitTotal const& unit) -> StratumCell& {
        return parts[stage.stratum[unit.key / cells] * cells + unit.key % cells];
    };
    for (auto const& unit : totals) {
        part_of(unit).sum += unit.total;
        part_of(unit).units += 1;
    }
    for (auto const& unit : totals) {
        auto& part = part_of(unit);
        auto const off = unit.total - part.sum / stage.sampled[stage.stratum[unit.key / cells]];
        part.squares += off * off;
    }
    for (std::size_t h = 0; h < stage.sampled.size(); ++h) {
        auto const n = stage.sampled[h];
        if (n <= 1) continue;
        auto const factor = stage.inclusion[h] * (1 - n / stage.population[h]) * n / (n - 1);
        for (std::size_t c = 0; c < cells; ++c) variances[c] += factor * contribution(parts[h * cells + c], n);
    }
}

bool matters(SamplingStage const& stage) {
    return std::ranges::any_of(stage.inclusion, [](double value) { return value > 0; });
}

bool lets_lonely_strata_be(ProbabilitySample const& sample) {
    auto const lonely = sample.drawing().lonely;
    return lonely == LonelyStratum::refuse || lonely == LonelyStratum::certainty;
}

// The raking of weights that nothing else was fitted to, where every unit that matters is a row; otherwise none.
RakedMargins const* only_raking(ProbabilitySample const& sample) {
    if (sample.adjustments().size() != 1) return nullptr;
    for (auto const& stage : sample.drawing().stages) {
        if (matters(stage) && !stage.row_is_unit) return nullptr;
    }
    return std::get_if<RakedMargins>(sample.adjustments().front().get());
}

// Fitted weights spread every score over all rows; where these may differ in every cell: dense, a few cells at a time.
std::vector<double> dense_variances(ProbabilitySample const& sample, std::span<std::int32_t const> cell,
                                    std::size_t cells, std::span<double const> score) {
    std::vector<double> variances;
    for (std::size_t first = 0; first < cells; first += kBlock) {
        auto const count = std::min(kBlock, cells - first);
        Matrix block(sample.rows(), count);
        for (std::size_t i = 0; i < cell.size(); ++i) {
            auto const c = static_cast<std::size_t>(cell[i]);
            if (cell[i] >= 0 && c >= first && c < first + count) block(i, c - first) = score[i];
        }
        auto const part = variances_of_totals(sample, std::move(block));
        variances.insert(variances.end(), part.begin(), part.end());
    }
    return variances;
}

}  // namespace

std::vector<double> variances_of_cells(ProbabilitySample const& sample, std::span<std::int32_t const> cell,
                                       std::size_t cells, std::span<double const> score) {
    auto const* const raking = only_raking(sample);
    auto const is_plain = sample.adjustments().empty();
    if (!lets_lonely_strata_be(sample) || (!is_plain && raking == nullptr)) {
        return dense_variances(sample, cell, cells, score);
    }
    std::vector<double> variances(cells, 0);
    for (auto const& stage : sample.drawing().stages) {
        if (!matters(stage)) continue;
        if (is_plain) {
            add_stage(stage, unit_totals(stage, cell, cells, score), cells, variances);
        } else {
            add_raked_stage(stage, *raking, cell, score, variances);
        }
    }
    return variances;
}

}  // namespace lenkwerk::survey_statistics
