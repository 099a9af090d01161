#include "cores/survey_statistics/replication.hpp"
#include "cores/survey_statistics/refusals.hpp"

#include <bit>
#include <cmath>
#include <random>

namespace lenkwerk::survey_statistics {
namespace {

constexpr std::size_t kMostCells = 100'000'000;  // 800 MB of replicate weights

SamplingStage const& first_stage(ProbabilitySample const& sample) { return sample.drawing().stages.front(); }

Problems check_pairs_at_least(SamplingStage const& stage) {
    for (std::size_t i = 0; i < stage.unit.size(); ++i) {
        if (stage.sampled[stage.stratum[stage.unit[i]]] < 2) return lonely_stratum(i + 1);
    }
    return {};
}

Problems check_memory(std::size_t replicates, std::size_t rows) {
    if (replicates * rows <= kMostCells) return {};
    return refuse("survey.replicates.too_many", "replicates",
                  {{"replicates", static_cast<std::int64_t>(replicates)}, {"rows", static_cast<std::int64_t>(rows)}});
}

// A factor a unit and replicate, spread over the rows.
Matrix row_weights(ProbabilitySample const& sample, Matrix const& unit_factors) {
    auto const& stage = first_stage(sample);
    Matrix weights(sample.rows(), unit_factors.columns);
    for (std::size_t i = 0; i < sample.rows(); ++i) {
        for (std::size_t r = 0; r < weights.columns; ++r) {
            weights(i, r) = sample.weights()[i] * unit_factors(stage.unit[i], r);
        }
    }
    return weights;
}

// A whole number below `bound`, without bias and the same on every machine (the standard distributions are not).
std::size_t below(std::size_t bound, std::mt19937_64& random) {
    auto const limit = std::mt19937_64::max() - std::mt19937_64::max() % bound;
    auto value = random();
    while (value >= limit) value = random();
    return value % bound;
}

std::vector<std::vector<std::size_t>> units_by_stratum(SamplingStage const& stage) {
    std::vector<std::vector<std::size_t>> units(stage.sampled.size());
    for (std::size_t u = 0; u < stage.stratum.size(); ++u) units[stage.stratum[u]].push_back(u);
    return units;
}

}  // namespace

Outcome<ProbabilitySample> jackknife(ProbabilitySample const& sample, ReplicateCentre centre) {
    auto const& stage = first_stage(sample);
    if (auto problems = check_pairs_at_least(stage); !problems.empty()) return problems;
    auto const units = stage.stratum.size();
    if (auto problems = check_memory(units, sample.rows()); !problems.empty()) return problems;
    Matrix factors(units, units, 1);
    Replicates result{{}, 1, {}, centre};
    for (std::size_t left_out = 0; left_out < units; ++left_out) {
        auto const h = stage.stratum[left_out];
        auto const n = stage.sampled[h];
        for (std::size_t u = 0; u < units; ++u) {
            if (stage.stratum[u] == h) factors(u, left_out) = u == left_out ? 0 : n / (n - 1);
        }
        result.part.push_back((n - 1) / n * (1 - n / stage.population[h]));
    }
    if (stage.sampled.size() == 1) {  // one stratum: the common part is the scale
        result.scale = result.part.front();
        result.part.assign(units, 1);
    }
    result.weights = row_weights(sample, factors);
    return sample.with_replicates(std::move(result));
}

Outcome<ProbabilitySample> bootstrap(ProbabilitySample const& sample, std::size_t replicates, std::uint64_t seed) {
    auto const& stage = first_stage(sample);
    if (replicates < 2) return too_few_replicates();
    if (auto problems = check_memory(replicates, sample.rows()); !problems.empty()) return problems;
    if (auto problems = check_pairs_at_least(stage); !problems.empty()) return problems;
    std::mt19937_64 random(seed);
    Matrix factors(stage.stratum.size(), replicates);
    for (auto const& units : units_by_stratum(stage)) {
        auto const n = units.size();
        auto const unit = static_cast<double>(n) / static_cast<double>(n - 1);
        for (std::size_t r = 0; r < replicates; ++r) {
            for (std::size_t drawn = 0; drawn + 1 < n; ++drawn) factors(units[below(n, random)], r) += unit;
        }
    }
    Replicates result{row_weights(sample, factors), 1 / static_cast<double>(replicates - 1),
                      std::vector<double>(replicates, 1), ReplicateCentre::mean_of_replicates};
    return sample.with_replicates(std::move(result));
}

Outcome<ProbabilitySample> balanced_replication(ProbabilitySample const& sample, double fay) {
    auto const& stage = first_stage(sample);
    if (!(fay >= 0 && fay < 1)) return refuse("survey.replicates.fay_invalid", "fay");
    for (auto const n : stage.sampled) {
        if (n != 2) return refuse("survey.replicates.not_paired", "strata");
    }
    auto const pairs = units_by_stratum(stage);
    auto const size = std::bit_ceil(pairs.size() + 1);
    if (auto problems = check_memory(size, sample.rows()); !problems.empty()) return problems;
    Matrix factors(stage.stratum.size(), size);
    for (std::size_t h = 0; h < pairs.size(); ++h) {
        for (std::size_t r = 0; r < size; ++r) {
            // Sylvester's matrix: the sign is the parity of the bits that row and column share.
            bool const first = std::popcount((h + 1) & r) % 2 == 0;
            factors(pairs[h][0], r) = first ? 2 - fay : fay;
            factors(pairs[h][1], r) = first ? fay : 2 - fay;
        }
    }
    auto const scale = 1 / (static_cast<double>(size) * (1 - fay) * (1 - fay));
    Replicates result{row_weights(sample, factors), scale, std::vector<double>(size, 1),
                      ReplicateCentre::mean_of_replicates};
    return sample.with_replicates(std::move(result));
}

Outcome<ProbabilitySample> given_replicates(ProbabilitySample const& sample, Replicates replicates) {
    auto const& weights = replicates.weights;
    if (weights.columns < 2) return too_few_replicates();
    if (weights.rows != sample.rows() || replicates.part.size() != weights.columns) {
        return refuse("survey.replicates.shape", "replicates",
                      {{"weights", static_cast<std::int64_t>(weights.columns)},
                       {"parts", static_cast<std::int64_t>(replicates.part.size())},
                       {"rows", static_cast<std::int64_t>(weights.rows)},
                       {"expected", static_cast<std::int64_t>(sample.rows())}});
    }
    for (std::size_t i = 0; i < weights.rows; ++i) {
        for (std::size_t r = 0; r < weights.columns; ++r) {
            if (weights(i, r) >= 0 && !std::isinf(weights(i, r))) continue;
            return refuse("survey.replicates.invalid", "replicates",
                          {{"row", static_cast<std::int64_t>(i + 1)}, {"replicate", static_cast<std::int64_t>(r + 1)}});
        }
    }
    return sample.with_replicates(std::move(replicates));
}

}  // namespace lenkwerk::survey_statistics
