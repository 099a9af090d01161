// From the columns of a data set to the stages of a drawing, with every check that the data must pass.
#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "cores/survey_statistics/refusals.hpp"
#include "cores/survey_statistics/sample.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::int64_t number(std::size_t index) { return static_cast<std::int64_t>(index); }

// Codes of pairs, dense, in the order of first appearance.
class PairCodes {
public:
    std::uint32_t code(std::uint64_t outer, std::uint64_t inner) {
        return codes_.try_emplace((outer << 32) | inner, static_cast<std::uint32_t>(codes_.size())).first->second;
    }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> codes_;
};

struct RowStrata {
    std::vector<std::uint32_t> of_row;
    std::size_t count = 0;
};

RowStrata strata_of(StageDescription const& described, SamplingStage const* before, std::size_t rows) {
    PairCodes codes;
    RowStrata strata{std::vector<std::uint32_t>(rows), 0};
    for (std::size_t i = 0; i < rows; ++i) {
        auto const parent = before != nullptr ? before->unit[i] : 0;
        strata.of_row[i] = codes.code(parent, described.stratum.empty() ? 0 : described.stratum[i]);
        strata.count = std::max<std::size_t>(strata.count, strata.of_row[i] + 1);
    }
    return strata;
}

void number_units(StageDescription const& described, RowStrata const& strata, SamplingStage& stage) {
    auto const rows = strata.of_row.size();
    stage.unit.resize(rows);
    stage.sampled.assign(strata.count, 0);
    stage.row_is_unit = described.unit.empty();
    PairCodes codes;
    for (std::size_t i = 0; i < rows; ++i) {
        auto const unit =
            stage.row_is_unit ? static_cast<std::uint32_t>(i) : codes.code(strata.of_row[i], described.unit[i]);
        stage.unit[i] = unit;
        if (unit < stage.stratum.size()) continue;
        stage.stratum.push_back(strata.of_row[i]);
        stage.sampled[strata.of_row[i]] += 1;
    }
    if (stage.stratum.size() == rows) stage.row_is_unit = true;
}

Problems check_population(std::vector<double> const& population, RowStrata const& strata) {
    std::vector<double> first(strata.count, -1);
    for (std::size_t i = 0; i < population.size(); ++i) {
        auto& known = first[strata.of_row[i]];
        if (!(population[i] > 0)) {
            return refuse("survey.design.population_invalid", "population", {{"row", number(i + 1)}});
        }
        if (known < 0) known = population[i];
        if (known != population[i]) {
            return refuse("survey.design.population_differs", "population",
                          {{"row", number(i + 1)}, {"here", population[i]}, {"before", known}});
        }
    }
    return {};
}

Problems set_population(StageDescription const& described, RowStrata const& strata, SamplingStage& stage) {
    stage.population.assign(strata.count, std::numeric_limits<double>::infinity());
    if (described.population.empty()) return {};
    if (auto problems = check_population(described.population, strata); !problems.empty()) return problems;
    bool const fractions = std::ranges::all_of(described.population, [](double value) { return value <= 1; });
    bool const census = fractions && std::ranges::all_of(stage.sampled, [](double n) { return n == 1; });
    for (std::size_t i = 0; i < strata.of_row.size(); ++i) {
        auto const h = strata.of_row[i];
        auto const given = described.population[i];
        stage.population[h] = fractions && !census ? stage.sampled[h] / given : given;
        if (stage.sampled[h] > stage.population[h] * (1 + 1e-12)) {
            return refuse("survey.design.oversampled", "population",
                          {{"row", number(i + 1)}, {"drawn", stage.sampled[h]}, {"population", stage.population[h]}});
        }
        stage.population[h] = std::max(stage.population[h], stage.sampled[h]);  // a fraction's rounding, no more
    }
    return {};
}

void set_inclusion(RowStrata const& strata, SamplingStage const* before, SamplingStage& stage) {
    stage.inclusion.assign(strata.count, 1);
    if (before == nullptr) return;
    for (std::size_t i = 0; i < strata.of_row.size(); ++i) {
        auto const parent = before->stratum[before->unit[i]];
        stage.inclusion[strata.of_row[i]] =
            before->inclusion[parent] * before->sampled[parent] / before->population[parent];
    }
}

Problems check_lonely(RowStrata const& strata, SamplingStage const& stage) {
    for (std::size_t i = 0; i < strata.of_row.size(); ++i) {
        auto const h = strata.of_row[i];
        bool const counts = stage.inclusion[h] > 0 && stage.population[h] > 1;
        if (stage.sampled[h] == 1 && counts) {
            return lonely_stratum(i + 1);
        }
    }
    return {};
}

std::vector<double> inverse_fractions(Drawing const& drawing, std::size_t rows) {
    std::vector<double> weights(rows, 1);
    for (auto const& stage : drawing.stages) {
        for (std::size_t i = 0; i < rows; ++i) {
            auto const h = stage.stratum[stage.unit[i]];
            weights[i] *= stage.population[h] / stage.sampled[h];
        }
    }
    return weights;
}

// Says of which stage (0, 1, …) a refusal speaks.
Problems of_stage(Problems problems, std::size_t stage) {
    for (auto& problem : problems) problem.arguments.push_back({"stage", number(stage)});
    return problems;
}

Outcome<Drawing> drawing_of(SampleDescription const& description) {
    Drawing drawing{{}, description.lonely};
    for (auto const& described : description.stages) {
        auto const* before = drawing.stages.empty() ? nullptr : &drawing.stages.back();
        auto const strata = strata_of(described, before, description.rows);
        SamplingStage stage;
        number_units(described, strata, stage);
        auto problems = set_population(described, strata, stage);
        set_inclusion(strata, before, stage);
        if (problems.empty() && description.lonely == LonelyStratum::refuse) problems = check_lonely(strata, stage);
        if (!problems.empty()) return of_stage(std::move(problems), drawing.stages.size());
        drawing.stages.push_back(std::move(stage));
    }
    return drawing;
}

}  // namespace

Outcome<ProbabilitySample> probability_sample(SampleDescription description) {
    if (description.rows == 0) return refuse("survey.design.empty");
    if (description.stages.empty()) description.stages.emplace_back();
    auto drawing = drawing_of(description);
    if (!drawing) return drawing.problems();
    if (description.weights.empty()) {
        if (std::isinf(drawing->stages.front().population.front()))
            return refuse("survey.design.weights_missing", "weights");
        description.weights = inverse_fractions(*drawing, description.rows);
    }
    for (std::size_t i = 0; i < description.rows; ++i) {
        if (!(description.weights[i] > 0) || std::isinf(description.weights[i])) {
            return refuse("survey.design.weight_invalid", "weights", {{"row", number(i + 1)}});
        }
    }
    return ProbabilitySample(std::make_shared<Drawing const>(std::move(*drawing)), std::move(description.weights));
}

}  // namespace lenkwerk::survey_statistics
