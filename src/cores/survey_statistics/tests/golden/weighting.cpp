#include "cores/survey_statistics/weighting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/dense.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

std::vector<double> in_order(std::vector<std::string> const& wanted, Numbers const& population) {
    std::vector<double> result;
    for (auto const& name : wanted) {
        auto const found = std::ranges::find(population.names, name);
        if (found == population.names.end()) throw Undefined("no population figure for " + name);
        result.push_back(population.values[static_cast<std::size_t>(found - population.names.begin())]);
    }
    return result;
}

Margin margin_of(Call const& call, FramePtr const& frame, Node const& variable, Value const& population) {
    Margin margin{printed(variable), as_factor(in_frame(call, variable, frame)), {}};
    margin.population = in_order(margin.factor.levels, as<Numbers>(population, "population figures"));
    return margin;
}

std::vector<Margin> margins_of(Call const& call, FramePtr const& frame, Value const& population) {
    auto const& list = as<List>(population, "margins");
    std::vector<Margin> margins;
    for (std::size_t m = 0; m < list.values.size(); ++m) {
        margins.push_back(margin_of(call, frame, *parse(list.names[m]), list.values[m]));
    }
    return margins;
}

// A formula written out, or kept under a name.
Tree formula_in(Call const& call, char const* name, std::size_t place) {
    auto const tree = call.tree(name, place);
    return tree->word == "~" ? tree : as<Quoted>(call.value(name, place), "a formula").tree;
}

Value post_stratified(Call const& call) {
    auto design = call.design("design", 0);
    auto const variable = terms(formula_in(call, "strata", 1)).front();
    design.sample =
        must(post_stratify(design.sample, margin_of(call, design.frame, *variable, call.value("population", 2))));
    design.fitted = true;
    return {design};
}

// `epsilon` as the reference has it: below 1 a share of the weights' sum, otherwise an absolute change.
Value raked(Call const& call) {
    auto design = call.design("design", 0);
    RakingOptions options;
    if (call.has("epsilon")) {
        double sum = 0;
        for (auto const weight : design.sample.weights()) sum += weight;
        auto const epsilon = call.number("epsilon", 1);
        options = {epsilon < 1 ? epsilon : epsilon / sum, static_cast<int>(call.number("maxit", 10)),
                   std::numeric_limits<double>::infinity()};
    }
    design.sample = must(rake(design.sample, margins_of(call, design.frame, call.value("margins", 1)), options));
    design.fitted = true;
    return {design};
}

CalibrationOptions calibration_options(Call const& call) {
    CalibrationOptions options;
    auto const distance = call.text("calfun", "linear");
    if (distance == "raking")
        options.distance = CalibrationDistance::raking;
    else if (distance == "logit")
        options.distance = CalibrationDistance::logit;
    else if (distance != "linear")
        throw Undefined("unknown distance: " + distance);
    if (call.has("bounds")) {
        auto const bounds = numbers_of(call.value("bounds"));
        options.lower = bounds.at(0);
        options.upper = bounds.at(1);
    }
    return options;
}

Value calibrated(Call const& call) {
    auto design = call.design("design", 0);
    auto const columns = model_columns(call, formula_in(call, "formula", 1), design.frame);
    auto const population = call.value("population", 2);
    auto const totals = in_order(columns.names, as<Numbers>(population, "population totals"));
    design.sample = must(calibrate(design.sample, columns.variables(), totals, calibration_options(call)));
    design.fitted = true;
    return {design};
}

Value trimmed(Call const& call) {
    auto design = call.design("design", 0);
    std::vector<double> const weights(design.sample.weights().begin(), design.sample.weights().end());
    design.sample = design.sample.reweighted(
        must(trim(weights, call.number("lower", 0), call.number("upper", std::numeric_limits<double>::infinity()))));
    return {design};
}

// The same drawing under weights that count as given, not as fitted.
Value reweighted(Call const& call) {
    auto design = call.design("design", 0);
    design.sample = design.sample.reweighted(numbers_of(call.value("weights", 1)));
    return {design};
}

// The design weights of `frame`, raised in the classes that the factors form so that respondents stand for all.
Value nonresponse(Call const& call) {
    auto const frame = as<FramePtr>(call.value(0), "a data set");
    auto const base = numbers_of(in_frame(call, *call.tree("", 1), frame));
    auto const responded = numbers_of(in_frame(call, *call.tree("", 2), frame));
    auto classes = as_factor(in_frame(call, *call.tree("", 3), frame));
    for (std::size_t k = 4; call.has("", k); ++k) {
        classes = crossed_factor(classes, as_factor(in_frame(call, *call.tree("", k), frame)), "|");
    }
    std::vector<std::uint8_t> answered;
    for (auto const truth : responded) answered.push_back(truth == 1);
    auto result = *frame;
    set_column(result, call.text("name", "w_nr"), must(nonresponse_weights(base, classes, answered)));
    return {FramePtr(std::make_shared<Frame const>(std::move(result)))};
}

// The limit of the raking sweeps: scores less their projection on all margins together, weighted alike or by the
// weights before raking.
Value exact_raking_errors(Call const& call) {
    auto const raked = call.design("", 0);
    auto const base = call.design("", 1);
    Columns margins;
    for (auto const& name : texts_of(call.value(2))) {
        auto const part = expanded(call, parse(name), base.frame);
        margins.names.insert(margins.names.end(), part.names.begin(), part.names.end());
        margins.values.insert(margins.values.end(), part.values.begin(), part.values.end());
    }
    Matrix x(base.sample.rows(), margins.values.size());
    for (std::size_t j = 0; j < x.columns; ++j) {
        for (std::size_t i = 0; i < x.rows; ++i) x(i, j) = margins.values[j][i];
    }
    auto const answers = expanded(call, call.tree("", 3), base.frame);
    auto const errors = [&](bool weighted) {
        std::vector<double> scale(x.rows, 1);
        if (weighted) scale.assign(base.sample.weights().begin(), base.sample.weights().end());
        CalibrationFit fit{weighted_basis(x, scale), {raked.sample.weights().begin(), raked.sample.weights().end()}};
        for (std::size_t i = 0; i < x.rows; ++i) fit.weight[i] /= std::sqrt(scale[i]);
        auto const sample = base.sample.reweighted({raked.sample.weights().begin(), raked.sample.weights().end()}, fit);
        auto const estimated = must(means(sample, answers.variables()));
        Json result;
        for (std::size_t j = 0; j < answers.names.size(); ++j) result[answers.names[j]] = standard_error(estimated, j);
        return result;
    };
    return as_result(Json{{"unweighted_projection_se", errors(false)}, {"basewt_projection_se", errors(true)}});
}

}  // namespace

void add_weighting(Builtins& builtins) {
    builtins["postStratify"] = post_stratified;
    builtins["rake"] = raked;
    builtins["calibrate"] = calibrated;
    builtins["trimWeights"] = trimmed;
    builtins["reweighted"] = reweighted;
    builtins["nonresponse"] = nonresponse;
    builtins["exact_rake_V"] = exact_raking_errors;
}

}  // namespace lenkwerk::survey_statistics::golden
