#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/display.hpp"
#include "cores/survey_statistics/small_area.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

AreaMethod method_of(std::string const& word) {
    if (word == "REML") return AreaMethod::reml;
    if (word == "ML") return AreaMethod::ml;
    if (word == "FH") return AreaMethod::fay_herriot;
    throw Undefined("unknown method: " + word);
}

Value area_model(Call const& call) {
    AreaData data{numbers_of(call.value(0)), numbers_of(call.value(2)), as<Labelled>(call.value(1), "a matrix").matrix};
    auto const model = must(fay_herriot(data, method_of(call.text("method", "REML", 3))));
    std::vector<double> roots;
    for (auto const value : model.mse) roots.push_back(std::sqrt(value));
    return as_result(Json{{"A", model.area_variance},
                          {"varA", model.variance_of_it},
                          {"bias_A", model.bias_of_it},
                          {"beta", model.coefficients},
                          {"se_beta", model.coefficient_errors},
                          {"gamma", model.shrinkage},
                          {"eblup", model.estimate},
                          {"synthetic", model.synthetic},
                          {"g1", model.g1},
                          {"g2", model.g2},
                          {"g3", model.g3},
                          {"mse", model.mse},
                          {"rmse", roots},
                          {"loglik", model.log_likelihood},
                          {"AIC", model.aic},
                          {"BIC", model.bic}});
}

std::vector<double> const& first_of(Frame const& frame, std::string const& name, std::string const& otherwise) {
    auto const found = frame.columns.find(frame.columns.contains(name) ? name : otherwise);
    if (found == frame.columns.end()) throw Undefined("no column " + name + " or " + otherwise);
    return std::get<std::vector<double>>(found->second);
}

Value area_estimates(Call const& call) {
    return {Numbers{first_of(*as<FramePtr>(call.value(0), "a data set"), "direct", "yi")}};
}

// Sampling variances; a column of standard errors is squared.
Value area_variances(Call const& call) {
    auto const frame = as<FramePtr>(call.value(0), "a data set");
    auto values = first_of(*frame, "var", "SD");
    if (!frame->columns.contains("var")) {
        for (auto& value : values) value *= value;
    }
    return {Numbers{values}};
}

// The covariates as the case names them: "intercept", a column, or a condition such as MajorArea==2.
Value covariates(Call const& call) {
    auto const frame = as<FramePtr>(call.value(0), "a data set");
    auto const names = texts_of(call.value(1));
    Labelled result{Matrix(frame->rows, names.size(), 1), {}, names};
    for (std::size_t j = 0; j < names.size(); ++j) {
        if (names[j] == "intercept") continue;
        auto const values = numbers_of(in_frame(call, *parse(names[j]), frame));
        for (std::size_t i = 0; i < values.size(); ++i) result.matrix(i, j) = values[i];
    }
    return {result};
}

void add_cell(Json& result, std::string const& name, ProbabilitySample const& domain,
              std::vector<double> const& answers, DisplayLimits const& limits) {
    auto const share = must(means(domain, {{"share", answers}}));
    Proportion const proportion{share.values[0], share.covariance(0, 0), static_cast<double>(share.respondents),
                                share.degrees_of_freedom};
    auto const cell = display(proportion, limits);
    double positive = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) positive += domain.weights()[i] != 0 && answers[i] == 1;
    Json const row{{"cell", name},
                   {"n", proportion.respondents},
                   {"x", positive},
                   {"p", proportion.estimate},
                   {"se", std::sqrt(proportion.variance)},
                   {"df", proportion.degrees},
                   {"n_eff", cell.effective_size},
                   {"n_eff_adj", cell.adjusted_effective_size},
                   {"ci_lo", cell.interval.lower},
                   {"ci_hi", cell.interval.upper},
                   {"width", cell.interval.width()},
                   {"decision", survey_statistics::name(cell.decision)}};
    for (auto const& [key, value] : row.items()) result[key].push_back(value);
}

// display_cells(design, answer, by, level): the decision for every cell of the crossing.
Value display_cells(Call const& call) {
    auto const design = call.design("design", 0);
    auto const answers = numbers_of(in_frame(call, *call.tree("", 1), design.frame));
    std::vector<Factor> factors;
    for (auto const& name : texts_of(call.value(2)))
        factors.push_back(as_factor(in_frame(call, *parse(name), design.frame)));
    auto const answered = design.sample.within(complete_rows(design.sample, {{"share", answers}}));
    auto const grouping = crossed(factors, answered.weights());
    DisplayLimits limits;
    limits.level = call.number("level", limits.level);
    Json result;
    for (std::size_t c = 0; c < grouping.cells(); ++c) {
        std::vector<std::uint8_t> inside(answers.size());
        for (std::size_t i = 0; i < inside.size(); ++i) inside[i] = grouping.cell[i] == static_cast<std::int32_t>(c);
        std::string name;
        for (auto const& level : grouping.levels[c]) name += (name.empty() ? "" : "|") + level;
        add_cell(result, name, answered.within(inside), answers, limits);
    }
    return as_result(std::move(result));
}

}  // namespace

void add_areas(Builtins& builtins) {
    builtins["FH"] = area_model;
    builtins["covariates"] = covariates;
    builtins["area_estimates"] = area_estimates;
    builtins["area_variances"] = area_variances;
    builtins["display_cells"] = display_cells;
}

}  // namespace lenkwerk::survey_statistics::golden
