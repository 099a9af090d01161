#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/ranks.hpp"
#include "cores/survey_statistics/regression.hpp"
#include "cores/survey_statistics/tables.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

Value test_result(double statistic, std::vector<double> const& parameter, double p_value, Json estimate) {
    return as_result({{"statistic", {statistic}},
                      {"parameter", parameter},
                      {"p_value", p_value},
                      {"estimate", std::move(estimate)}});
}

struct TwoFactors {
    Factor rows;
    Factor columns;
    std::vector<std::string> names;
};

TwoFactors two_factors(Call const& call, DesignValue const& design) {
    auto const parts = terms(call.tree("formula", 0));
    if (parts.size() != 2) throw Undefined("a table needs two variables");
    return {as_factor(in_frame(call, *parts[0], design.frame)),
            as_factor(in_frame(call, *parts[1], design.frame)),
            {printed(*parts[0]), printed(*parts[1])}};
}

Value chi_squared(Call const& call) {
    static std::map<std::string, IndependenceTest> const kTests{{"F", IndependenceTest::second_order},
                                                                {"Chisq", IndependenceTest::first_order},
                                                                {"Wald", IndependenceTest::wald},
                                                                {"adjWald", IndependenceTest::adjusted_wald}};
    auto const design = call.design("design", 1);
    auto const factors = two_factors(call, design);
    auto const test = kTests.find(call.text("statistic", "F"));
    if (test == kTests.end()) throw Undefined("unknown test of independence");
    auto const result =
        must(independence(design.sample, factors.rows, factors.columns, test->second, design.counted()));
    return test_result(result.statistic, result.degrees, result.p_value, nullptr);
}

Value table(Call const& call) {
    auto const design = call.design("design", 1);
    auto const factors = two_factors(call, design);
    auto const result = cross_table(design.sample, factors.rows, factors.columns);
    std::vector<double> by_column;
    for (std::size_t c = 0; c < result.totals.columns; ++c) {
        for (std::size_t r = 0; r < result.totals.rows; ++r) by_column.push_back(result.totals(r, c));
    }
    return as_result(Json{{"dim", {result.totals.rows, result.totals.columns}},
                          {"dimnames", {{factors.names[0], result.rows}, {factors.names[1], result.columns}}},
                          {"values_colmajor", by_column}});
}

// With more than two groups the reference prints degrees as the statistic and χ² as the parameter.
Value ranks(Call const& call) {
    auto const design = call.design("design", 1);
    auto const formula = call.tree("formula", 0);
    auto const answers = numbers_of(in_frame(call, *response(formula), design.frame));
    auto const groups = as_factor(in_frame(call, *terms(formula).front(), design.frame));
    auto const word = call.text("test", "wilcoxon");
    auto const score = word == "vanderWaerden" ? RankScore::van_der_waerden
                       : word == "median"      ? RankScore::median
                                               : RankScore::wilcoxon;
    auto const result = must(rank_test(design.sample, answers, groups, score));
    if (result.numerator > 1) return test_result(result.numerator, {result.statistic}, result.p_value, nullptr);
    return test_result(result.statistic, {result.denominator}, result.p_value, Json::array({result.difference}));
}

Link link_of(Call const& call) {
    auto const family = call.tree("family", Call::kByNameOnly);
    if (!family || family->word == "gaussian") return Link::identity;
    if (family->word == "quasibinomial" || family->word == "binomial") return Link::logit;
    throw Undefined("unknown family: " + family->word);
}

Value generalised_linear(Call const& call) {
    auto const design = call.design("design", 1);
    auto const formula = call.tree("formula", 0);
    auto const answers = numbers_of(in_frame(call, *response(formula), design.frame));
    auto const columns = model_columns(call, formula, design.frame);
    auto const fit =
        must(regression(design.sample, {"response", answers}, columns.variables(), link_of(call), Stop::reference));
    Json result{{"df_resid", fit.residual_degrees}};
    for (std::size_t j = 0; j < columns.names.size(); ++j) {
        result["coef"][columns.names[j]] = fit.coefficients.values[j];
        result["se"][columns.names[j]] = standard_error(fit.coefficients, j);
    }
    return as_result(std::move(result));
}

Value two_samples(Call const& call) {
    auto const design = call.design("design", 1);
    auto const formula = call.tree("formula", 0);
    auto const answers = numbers_of(in_frame(call, *response(formula), design.frame));
    auto const group = model_columns(call, formula, design.frame).values.at(1);
    auto const result = must(two_sample_test(design.sample, {"response", answers}, group));
    return test_result(result.statistic, {result.degrees}, result.p_value, Json::array({result.difference}));
}

}  // namespace

void add_tests(Builtins& builtins) {
    builtins["svychisq"] = chi_squared;
    builtins["svytable"] = table;
    builtins["svyranktest"] = ranks;
    builtins["svyglm"] = generalised_linear;
    builtins["svyttest"] = two_samples;
}

}  // namespace lenkwerk::survey_statistics::golden
