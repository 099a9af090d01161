#include "cores/survey_statistics/survey_design.hpp"

#include <algorithm>

#include "cores/survey_statistics/refusals.hpp"
#include "cores/survey_statistics/replication.hpp"

namespace lenkwerk::survey_statistics {
namespace {

Outcome<StageDescription> stage_of(AnswerColumns const& columns, StageColumns const& named) {
    StageDescription stage;
    for (auto const& [name, codes] : {std::pair(&named.unit, &stage.unit), {&named.stratum, &stage.stratum}}) {
        if (name->empty()) continue;
        auto read = columns.codes(*name);
        if (!read) return read.problems();
        *codes = std::move(*read);
    }
    if (named.population.empty()) return stage;
    auto sizes = columns.numbers(named.population);
    if (!sizes) return sizes.problems();
    stage.population = std::move(*sizes);
    return stage;
}

Outcome<SampleDescription> described_sample(AnswerColumns const& columns, SurveyDescription const& description) {
    SampleDescription sample{columns.rows(), {}, {}, description.lonely};
    for (auto const& named : description.stages) {
        auto stage = stage_of(columns, named);
        if (!stage) return stage.problems();
        sample.stages.push_back(std::move(*stage));
    }
    if (description.weights.empty()) return sample;
    auto weights = columns.numbers(description.weights);
    if (!weights) return weights.problems();
    sample.weights = std::move(*weights);
    return sample;
}

// The design speaks of weights, strata and populations of a stage; the file has columns.
std::string column_of(Problem const& problem, SurveyDescription const& description) {
    std::size_t stage = 0;
    for (auto const& argument : problem.arguments) {
        if (argument.name == "stage") stage = static_cast<std::size_t>(std::get<std::int64_t>(argument.value));
    }
    if (problem.field == "weights" && !description.weights.empty()) return description.weights;
    if (stage >= description.stages.size()) return problem.field;
    auto const& named = description.stages[stage];
    auto const& column = problem.field == "population" ? named.population : named.stratum;
    return column.empty() ? problem.field : column;
}

Outcome<ProbabilitySample> drawn_sample(AnswerColumns const& columns, SurveyDescription const& description) {
    auto described = described_sample(columns, description);
    if (!described) return described.problems();
    auto drawn = probability_sample(std::move(*described));
    if (drawn) return drawn;
    auto problems = drawn.problems();
    for (auto& problem : problems) problem.field = column_of(problem, description);
    return columns.placed(std::move(problems));
}

// What the squared deviations are multiplied by where the method is a known one.
double usual_scale(GivenReplicates const& given, double replicates, double fay) {
    using Method = GivenReplicates::Method;
    switch (given.method) {
        case Method::bootstrap: return 1 / (replicates - 1);
        case Method::balanced: return 1 / replicates;
        case Method::fay: return 1 / (replicates * (1 - fay) * (1 - fay));
        case Method::jackknife: return (replicates - 1) / replicates;
        case Method::other: break;
    }
    throw std::logic_error("replicate weights of no known method need a scale");
}

// A refusal that a member of design.given causes, with its place.
Problems of_member(Problems problems, SurveyDescription const& description, std::string const& member) {
    for (auto& problem : problems) {
        problem.field = "design.given." + member;
        auto place = place_in(description, {"design", "given", member});
        problem.arguments.insert(problem.arguments.end(), place.begin(), place.end());
    }
    return problems;
}

Outcome<ProbabilitySample> with_given(AnswerColumns const& columns, SurveyDescription const& description,
                                      ProbabilitySample const& sample) {
    auto const& given = description.given;
    auto const names = given.prefix.empty() ? given.columns : columns.beginning_with(given.prefix);
    if (names.size() < 2) return of_member(too_few_replicates(), description, "columns");
    Replicates replicates{Matrix(sample.rows(), names.size()), 1, given.parts, given.centre};
    if (replicates.part.empty()) replicates.part.assign(names.size(), 1);
    for (std::size_t r = 0; r < names.size(); ++r) {
        auto const weights = columns.numbers(names[r]);
        if (!weights) return weights.problems();
        for (std::size_t i = 0; i < sample.rows(); ++i) {
            replicates.weights(i, r) = (*weights)[i] * (given.combined ? 1 : sample.weights()[i]);
        }
    }
    auto const count = static_cast<double>(names.size());
    replicates.scale = given.scale ? *given.scale : usual_scale(given, count, description.fay);
    auto taken = given_replicates(sample, std::move(replicates));
    if (taken) return taken;
    if (taken.problems().front().key == "survey.replicates.shape") {
        return of_member(taken.problems(), description, "parts");
    }
    auto problems = taken.problems();
    for (auto const& argument : taken.problems().front().arguments) {
        if (argument.name != "replicate") continue;
        problems.front().field = names[static_cast<std::size_t>(std::get<std::int64_t>(argument.value)) - 1];
    }
    return columns.placed(std::move(problems));
}

Outcome<ProbabilitySample> replicated(SurveyDescription const& description, ProbabilitySample const& sample) {
    switch (description.replicates) {
        case ReplicateKind::jackknife: return jackknife(sample);
        case ReplicateKind::bootstrap: return bootstrap(sample, description.replicate_count, description.seed);
        case ReplicateKind::balanced: return balanced_replication(sample, description.fay);
        case ReplicateKind::none:
        case ReplicateKind::given: break;
    }
    return sample;
}

}  // namespace

Outcome<ProbabilitySample> sample_of(AnswerColumns const& columns, SurveyDescription const& description) {
    auto drawn = drawn_sample(columns, description);
    if (!drawn) return drawn;
    if (description.replicates == ReplicateKind::given) return with_given(columns, description, *drawn);
    auto made = replicated(description, *drawn);
    return made ? made : columns.placed(made.problems());
}

}  // namespace lenkwerk::survey_statistics
