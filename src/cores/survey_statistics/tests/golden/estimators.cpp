#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/contrasts.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/derivatives.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

std::optional<SimpleSample> compared_sample(Call const& call) {
    if (!call.has("deff")) return std::nullopt;
    auto const value = call.value("deff");
    if (std::holds_alternative<Texts>(value.is)) return SimpleSample::with_replacement;
    return is_true(value) ? std::optional(SimpleSample::without_replacement) : std::nullopt;
}

Builtin estimator(Quantity quantity) {
    return [=](Call const& call) {
        auto const design = call.design("design", 1);
        auto const columns = expanded(call, call.tree("x", 0), design.frame);
        auto const variables = columns.variables();
        Statistic result{
            must(quantity == Quantity::mean ? means(design.sample, variables) : totals(design.sample, variables))};
        if (auto const compared = compared_sample(call)) {
            result.design_effects = must(design_effects(design.sample, variables, quantity, *compared));
        }
        return Value{result};
    };
}

Value variance(Call const& call) {
    auto const design = call.design("design", 1);
    auto const columns = expanded(call, call.tree("x", 0), design.frame);
    return {Statistic{must(population_variance(design.sample, columns.variables().front()))}};
}

Json rectangle(std::vector<double> const& values, std::size_t rows, std::size_t columns) {
    auto result = Json::array();
    for (std::size_t r = 0; r < rows; ++r) {
        auto row = Json::array();
        for (std::size_t c = 0; c < columns; ++c) row.push_back(values[c * rows + r]);
        result.push_back(row);
    }
    return result;
}

Value ratio(Call const& call) {
    auto const design = call.design("design", 2);
    auto const above = expanded(call, call.tree("numerator", 0), design.frame);
    auto const below = expanded(call, call.tree("denominator", 1), design.frame);
    auto const estimated = must(ratios(design.sample, above.variables(), below.variables()));
    auto const variances = diagonal(estimated.covariance);
    std::vector<double> errors;
    for (auto const value : variances) errors.push_back(std::sqrt(value));
    auto const rows = above.names.size();
    auto const columns = below.names.size();
    return as_result(
        Json{{"ratio",
              {{"rows", above.names}, {"cols", below.names}, {"values", rectangle(estimated.values, rows, columns)}}},
             {"var", {{"values", rectangle(variances, rows, columns)}}},
             {"se", {{"values", rectangle(errors, rows, columns)}}}});
}

std::vector<double> domain_effects(Call const& call, DesignValue const& design, Grouping const& grouping,
                                   Variables const& variables, Quantity quantity) {
    std::vector<double> result;
    for (std::size_t cell = 0; cell < grouping.cells(); ++cell) {
        std::vector<std::uint8_t> inside(design.sample.rows());
        for (std::size_t i = 0; i < inside.size(); ++i) inside[i] = grouping.cell[i] == static_cast<std::int32_t>(cell);
        for (auto const effect :
             must(design_effects(design.sample.within(inside), variables, quantity, *compared_sample(call)))) {
            result.push_back(effect);
        }
    }
    return result;
}

Value by_domain(Call const& call) {
    auto const design = call.design("design", 2);
    auto const columns = expanded(call, call.tree("formula", 0), design.frame);
    ByDomain result;
    std::vector<Factor> factors;
    for (auto const& term : terms(call.tree("by", 1))) {
        result.by.push_back(printed(*term));
        factors.push_back(as_factor(in_frame(call, *term, design.frame)));
    }
    auto const grouping = crossed(factors, design.sample.weights());
    auto const function = call.tree("FUN", 3)->word;
    if (function != "svymean" && function != "svytotal") throw Undefined("svyby of " + function);
    auto const quantity = function == "svymean" ? Quantity::mean : Quantity::total;
    result.with_covariance = call.has("covmat") && is_true(call.value("covmat"));
    auto const kind = result.with_covariance ? Covariances::full : Covariances::variances_only;
    result.domains =
        must(quantity == Quantity::mean ? domain_means(design.sample, grouping, columns.variables(), kind)
                                        : domain_totals(design.sample, grouping, columns.variables(), kind));
    if (compared_sample(call)) {
        result.design_effects = domain_effects(call, design, grouping, columns.variables(), quantity);
    }
    return {result};
}

Estimates estimates_of(Value const& value) {
    if (auto const* statistic = std::get_if<Statistic>(&value.is)) return statistic->estimates;
    return as<ByDomain>(value, "estimates").domains.estimates;
}

void set_row(Matrix& coefficients, std::size_t row, Estimates const& estimates, Value const& contrast) {
    auto const& numbers = as<Numbers>(contrast, "coefficients");
    for (std::size_t k = 0; k < numbers.values.size(); ++k) {
        auto place = k;
        if (!numbers.names.empty()) {
            auto const found = std::ranges::find(estimates.names, numbers.names[k]);
            if (found == estimates.names.end()) throw Undefined("no estimate of this name: " + numbers.names[k]);
            place = static_cast<std::size_t>(found - estimates.names.begin());
        }
        coefficients(row, place) = numbers.values[k];
    }
}

Value contrast(Call const& call) {
    auto const estimates = estimates_of(call.value("stat", 0));
    auto const wanted = call.value("contrasts", 1);
    if (auto const* quoted = std::get_if<Quoted>(&wanted.is)) {
        auto const point = value_and_gradient(*quoted->tree, estimates);
        Matrix gradient(1, estimates.values.size());
        gradient.cells = point.gradient;
        auto result = contrasts(estimates, {"contrast"}, gradient);
        result.values = {point.value};
        return {Statistic{result}};
    }
    auto const* list = std::get_if<List>(&wanted.is);
    auto const rows = list != nullptr ? list->values.size() : 1;
    Matrix coefficients(rows, estimates.values.size());
    for (std::size_t r = 0; r < rows; ++r)
        set_row(coefficients, r, estimates, list != nullptr ? list->values[r] : wanted);
    auto names = list != nullptr ? list->names : std::vector<std::string>{"contrast"};
    return {Statistic{contrasts(estimates, std::move(names), coefficients)}};
}

Value coefficients(Call const& call) {
    auto const estimates = estimates_of(call.value(0));
    return {Numbers{estimates.values, estimates.names}};
}

Value standard_errors(Call const& call) {
    auto const estimates = estimates_of(call.value(0));
    Numbers result{{}, estimates.names};
    for (std::size_t i = 0; i < estimates.values.size(); ++i) result.values.push_back(standard_error(estimates, i));
    return {result};
}

Value covariance(Call const& call) {
    auto const estimates = estimates_of(call.value(0));
    return {Labelled{estimates.covariance, estimates.names, estimates.names}};
}

Value variation(Call const& call) {
    auto const estimates = estimates_of(call.value(0));
    Labelled result{Matrix(estimates.values.size(), estimates.values.size()), estimates.names, estimates.names};
    for (std::size_t i = 0; i < estimates.values.size(); ++i) {
        result.matrix(i, i) = standard_error(estimates, i) / estimates.values[i];
    }
    return {result};
}

}  // namespace

void add_estimators(Builtins& builtins) {
    builtins["svymean"] = estimator(Quantity::mean);
    builtins["svytotal"] = estimator(Quantity::total);
    builtins["svyvar"] = variance;
    builtins["svyratio"] = ratio;
    builtins["svyby"] = by_domain;
    builtins["svycontrast"] = contrast;
    builtins["coef"] = coefficients;
    builtins["SE"] = standard_errors;
    builtins["vcov"] = covariance;
    builtins["cv"] = variation;
}

}  // namespace lenkwerk::survey_statistics::golden
