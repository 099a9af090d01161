#pragma once
// A probability sample: rows with weights and the design by which they were drawn. Whoever holds one may speak of
// uncertainty; self-selected answers (self_selected.hpp) are another type and cannot be turned into one.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/survey_statistics/adjustment.hpp"
#include "cores/survey_statistics/replicates.hpp"

namespace lenkwerk::survey_statistics {

// What a stratum contributes from which one unit alone was drawn:
// refuse the design; nothing; its square around zero; the mean of the other strata.
enum class LonelyStratum { refuse, certainty, adjust, average };

// One stage of drawing as the data name it. `unit` and `stratum` hold one code a row; empty: every row is a unit, there
// is one stratum. `population`: units in the row's stratum of the population, or, where all are ≤ 1, sampling fractions;
// empty: drawn with replacement, or from so many that it makes no difference. Units are nested in the earlier stages.
struct StageDescription {
    std::vector<std::uint32_t> unit = {};
    std::vector<std::uint32_t> stratum = {};
    std::vector<double> population = {};
};

// Weights empty: the inverse of the product of the stages' sampling fractions.
struct SampleDescription {
    std::size_t rows = 0;
    std::vector<StageDescription> stages;
    std::vector<double> weights;
    LonelyStratum lonely = LonelyStratum::refuse;
};

struct SamplingStage {
    std::vector<std::uint32_t> unit;     // per row, dense
    std::vector<std::uint32_t> stratum;  // per unit, dense, nested in the units of the stage before
    std::vector<double> sampled;         // per stratum: units drawn
    std::vector<double> population;      // per stratum: units there are, or infinity
    std::vector<double> inclusion;       // per stratum: product of the fractions of the stages before
    bool row_is_unit = false;
};

struct Drawing {
    std::vector<SamplingStage> stages;
    LonelyStratum lonely = LonelyStratum::refuse;
};

class ProbabilitySample {
public:
    // The same rows, those outside with weight 0: a domain keeps all drawn units in its variance.
    ProbabilitySample within(std::span<std::uint8_t const> inside) const;
    // The same drawing under new weights and what they were fitted to.
    ProbabilitySample reweighted(std::vector<double> weights, Adjustment adjustment) const;
    ProbabilitySample reweighted(std::vector<double> weights) const;
    ProbabilitySample with_replicates(Replicates replicates) const;

    std::size_t rows() const { return weights_.size(); }
    std::span<double const> weights() const { return weights_; }
    Drawing const& drawing() const { return *drawing_; }
    std::vector<std::shared_ptr<Adjustment const>> const& adjustments() const { return adjustments_; }
    Replicates const* replicates() const { return replicates_.get(); }

    // Rows with weight.
    std::size_t respondents() const;
    // First-stage units less strata among the rows with weight; with replicates, rank of their weights less one.
    double degrees_of_freedom() const;

private:
    friend Outcome<ProbabilitySample> probability_sample(SampleDescription);
    ProbabilitySample(std::shared_ptr<Drawing const> drawing, std::vector<double> weights)
        : drawing_(std::move(drawing)), weights_(std::move(weights)) {}

    std::shared_ptr<Drawing const> drawing_;
    std::vector<double> weights_;
    std::vector<std::shared_ptr<Adjustment const>> adjustments_;
    std::shared_ptr<Replicates const> replicates_;
};

// Refuses, naming the row (1, 2, …): survey.design.weight_invalid (missing or ≤ 0), survey.design.population_invalid (missing or
// ≤ 0), survey.design.population_differs (within a stratum), survey.design.oversampled (more drawn than there are),
// survey.design.lonely_stratum, survey.design.weights_missing (neither weights nor populations), survey.design.empty.
Outcome<ProbabilitySample> probability_sample(SampleDescription description);

}  // namespace lenkwerk::survey_statistics
