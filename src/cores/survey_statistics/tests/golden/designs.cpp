#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/replication.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

bool is_one(Tree const& formula) {
    auto const parts = terms(formula);
    return parts.size() == 1 && parts.front()->kind == Node::Kind::number;
}

std::vector<std::uint32_t> codes(Value const& value) {
    std::vector<std::uint32_t> result;
    for (auto const code : as_factor(value).codes) {
        if (code < 0) throw Undefined("a unit or stratum is missing");
        result.push_back(static_cast<std::uint32_t>(code));
    }
    return result;
}

FramePtr frame_of(Call const& call) { return as<FramePtr>(call.value("data"), "a data set"); }

std::vector<StageDescription> stages(Call const& call, FramePtr const& frame) {
    auto const each = [&](std::string_view name) {
        auto const formula = call.tree(name, Call::kByNameOnly);
        bool const given = formula && (formula->kind != Node::Kind::name || formula->word != "NULL");
        return given && !is_one(formula) ? terms(formula) : std::vector<Tree>();
    };
    auto const ids = each("id");
    auto const strata = each("strata");
    auto const sizes = each("fpc");
    std::vector<StageDescription> result(std::max<std::size_t>(1, ids.size()));
    for (std::size_t k = 0; k < ids.size(); ++k) result[k].unit = codes(in_frame(call, *ids[k], frame));
    for (std::size_t k = 0; k < strata.size(); ++k) result[k].stratum = codes(in_frame(call, *strata[k], frame));
    for (std::size_t k = 0; k < sizes.size(); ++k) result[k].population = numbers_of(in_frame(call, *sizes[k], frame));
    return result;
}

// The reference keeps probabilities; their inverse may differ from the weight in the last digit.
std::vector<double> weights(Call const& call, FramePtr const& frame) {
    auto const formula = call.tree("weights", Call::kByNameOnly);
    if (!formula) return {};
    auto given = numbers_of(in_frame(call, *terms(formula).front(), frame));
    if (given.size() == 1) given.resize(frame->rows, given.front());
    for (auto& weight : given) weight = 1 / (1 / weight);
    return given;
}

LonelyStratum convention(std::string const& word) {
    if (word == "adjust") return LonelyStratum::adjust;
    if (word == "average") return LonelyStratum::average;
    if (word == "remove" || word == "certainty") return LonelyStratum::certainty;
    throw Undefined("unknown convention for lonely strata: " + word);
}

Value design(Call const& call) {
    auto const frame = frame_of(call);
    SampleDescription description{frame->rows, stages(call, frame), weights(call, frame),
                                  convention(call.text("lonely", "certainty"))};
    bool const bare = description.weights.empty() && description.stages.front().population.empty();
    if (bare) description.weights.assign(frame->rows, 1);
    return {DesignValue{frame, must(probability_sample(std::move(description)))}};
}

Value subset(Call const& call) {
    auto design = call.design("x", 0);
    auto const condition = numbers_of(in_frame(call, *call.tree("subset", 1), design.frame));
    if (design.inside.empty()) design.inside.assign(design.sample.rows(), 1);
    for (std::size_t i = 0; i < condition.size(); ++i) design.inside[i] &= condition[i] == 1;
    design.sample = design.sample.within(design.inside);
    return {design};
}

Value jackknifed(Call const& call) {
    auto design = call.design("design", 0);
    bool const mse = call.has("mse") && is_true(call.value("mse"));
    design.sample =
        must(jackknife(design.sample, mse ? ReplicateCentre::full_estimate : ReplicateCentre::mean_of_replicates));
    return {design};
}

// Replicate weights of a data file: whole weights, or factors to be multiplied with the weights.
Value replicated(Call const& call) {
    auto const frame = frame_of(call);
    auto const& matrix = as<Labelled>(call.value("repweights"), "a matrix").matrix;
    auto const given = weights(call, frame);
    SampleDescription description{frame->rows, {}, given, LonelyStratum::certainty};
    if (given.empty()) description.weights.assign(frame->rows, 1);
    Replicates replicates{matrix, 1, std::vector<double>(matrix.columns, 1), ReplicateCentre::mean_of_replicates};
    bool const combined = !call.has("combined.weights") || is_true(call.value("combined.weights"));
    if (!combined) {
        for (std::size_t i = 0; i < matrix.rows; ++i) {
            for (auto& weight : replicates.weights.row(i)) weight *= description.weights[i];
        }
    }
    auto const count = static_cast<double>(matrix.columns);
    auto const kept = call.number("rho", 0);
    replicates.scale = call.number("scale", 1 / (count * (1 - kept) * (1 - kept)));
    auto sample = must(probability_sample(std::move(description)));
    return {DesignValue{frame, must(given_replicates(sample, std::move(replicates)))}};
}

Value rows_with_replicates(Call const& call) {
    auto design = call.design("design", 0);
    auto const& matrix = as<Labelled>(call.value("repweights", 1), "a matrix").matrix;
    Replicates replicates{matrix, call.number("scale", 1), std::vector<double>(matrix.columns, 1),
                          ReplicateCentre::mean_of_replicates};
    design.sample = must(given_replicates(design.sample, std::move(replicates)));
    return {design};
}

Value weights_of(Call const& call) {
    auto const design = call.design("object", 0);
    if (call.size() > 1 && call.text("type", "sampling", 1) == "analysis") {
        auto const& matrix = design.sample.replicates()->weights;
        return {Labelled{matrix, {}, {}}};
    }
    Numbers result;
    bool const all = design.fitted || design.inside.empty();
    for (std::size_t i = 0; i < design.sample.rows(); ++i) {
        if (all || design.inside[i]) result.values.push_back(design.sample.weights()[i]);
    }
    return {result};
}

Value column_matrix(Call const& call) {
    auto const frame = as<FramePtr>(call.value(0), "a data set");
    Labelled result{Matrix(frame->rows, frame->order.size()), {}, frame->order};
    for (std::size_t c = 0; c < frame->order.size(); ++c) {
        auto const& column = std::get<std::vector<double>>(frame->columns.at(frame->order[c]));
        for (std::size_t i = 0; i < column.size(); ++i) result.matrix(i, c) = column[i];
    }
    return {result};
}

// theta(weights, data) under the full weights and under each replicate's.
Value with_replicates(Call const& call) {
    auto const design = call.design("design", 0);
    auto const theta = call.value("theta", 1);
    PointEstimator const point = [&](std::span<double const> weights) {
        Numbers const given{{weights.begin(), weights.end()}};
        return numbers_of(call.interpreter().apply(theta, {Value{given}, Value{design.frame}}, call.scope()));
    };
    Statistic statistic;
    statistic.estimates.values = point(design.sample.weights());
    statistic.estimates.covariance =
        covariance_by_replicates(*design.sample.replicates(), design.sample.weights(), point);
    return {statistic};
}

Value crossing(Call const& call) {
    auto const first = as_factor(call.value(0));
    return {crossed_factor(first, as_factor(call.value(1)), ".")};
}

Value filtered_frame(Call const& call) {
    auto const frame = as<FramePtr>(call.value(0), "a data set");
    auto const marked = numbers_of(in_frame(call, *call.tree("", 1), frame));
    return {FramePtr(std::make_shared<Frame const>(filtered(*frame, marked)))};
}

}  // namespace

void add_designs(Builtins& builtins) {
    builtins["svydesign"] = design;
    builtins["subset"] = subset;
    builtins["as.svrepdesign"] = jackknifed;
    builtins["svrepdesign"] = replicated;
    builtins["with_repweights"] = rows_with_replicates;
    builtins["withReplicates"] = with_replicates;
    builtins["weights"] = weights_of;
    builtins["columns"] = column_matrix;
    builtins["interaction"] = crossing;
    builtins["rows_where"] = filtered_frame;
    builtins["degf"] = [](Call const& call) {
        return Value{Numbers{{call.design("design", 0).sample.degrees_of_freedom()}}};
    };
}

}  // namespace lenkwerk::survey_statistics::golden
