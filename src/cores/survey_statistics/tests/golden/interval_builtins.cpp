#include <cmath>
#include <nlohmann/json.hpp>

#include "cores/survey_statistics/quantiles.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

constexpr double kLevel = 0.95;

ProportionMethod method_of(std::string const& word) {
    static std::map<std::string, ProportionMethod> const kMethods{
        {"mean", ProportionMethod::mean},    {"logit", ProportionMethod::logit},
        {"xlogit", ProportionMethod::logit}, {"asin", ProportionMethod::asin},
        {"beta", ProportionMethod::beta},    {"likelihood", ProportionMethod::likelihood}};
    auto const found = kMethods.find(word);
    if (found == kMethods.end()) throw Undefined("unknown interval: " + word);
    return found->second;
}

QuantileRule rule_of(std::string const& word) {
    static std::map<std::string, QuantileRule> const kRules{
        {"math", QuantileRule::inverse}, {"hf1", QuantileRule::inverse},      {"school", QuantileRule::midpoint},
        {"hf2", QuantileRule::midpoint}, {"hf3", QuantileRule::nearest_even}, {"hf4", QuantileRule::linear_4},
        {"hf5", QuantileRule::linear_5}, {"hf6", QuantileRule::linear_6},     {"hf7", QuantileRule::linear_7},
        {"hf8", QuantileRule::linear_8}, {"hf9", QuantileRule::linear_9}};
    auto const found = kRules.find(word);
    if (found == kRules.end()) throw Undefined("unknown rule: " + word);
    return found->second;
}

std::string percent(double share) {
    auto text = fmt::format("{:.3f}", share * 100);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text + " %";
}

Value confidence(Call const& call) {
    auto const value = call.value("object", 0);
    auto const level = call.number("level", kLevel);
    auto const degrees = call.number("df", std::numeric_limits<double>::infinity());
    auto const* by = std::get_if<ByDomain>(&value.is);
    auto const& estimates = by != nullptr ? by->domains.estimates : as<Statistic>(value, "estimates").estimates;
    Labelled result{
        Matrix(estimates.values.size(), 2), estimates.names, {percent((1 - level) / 2), percent((1 + level) / 2)}};
    for (std::size_t i = 0; i < estimates.values.size(); ++i) {
        auto const interval = symmetric_interval(estimates.values[i], standard_error(estimates, i), degrees, level);
        result.matrix(i, 0) = interval.lower;
        result.matrix(i, 1) = interval.upper;
    }
    return {result};
}

// One column of numbers or truth values.
std::vector<double> answers(Call const& call, DesignValue const& design) {
    return numbers_of(in_frame(call, *terms(call.tree("formula", 0)).front(), design.frame));
}

Value proportion(Call const& call) {
    auto const design = call.design("design", 1);
    auto const values = answers(call, design);
    auto const share = must(means(design.sample, {{"share", values}}));
    auto const degrees = call.number("df", design.sample.degrees_of_freedom());
    Proportion const proportion{share.values[0], share.covariance(0, 0), static_cast<double>(design.counted()),
                                degrees};
    auto const interval =
        proportion_interval(proportion, method_of(call.text("method", "logit")), call.number("level", kLevel));
    auto ends = Json::array({nullptr, nullptr});
    if (interval) ends = Json::array({interval->lower, interval->upper});
    return as_result(Json{{"estimate", proportion.estimate},
                          {"var", proportion.variance},
                          {"se", std::sqrt(proportion.variance)},
                          {"ci", ends}});
}

Json optional(std::optional<double> const& value) { return value ? Json(*value) : Json(nullptr); }

Value quantiles(Call const& call) {
    auto const design = call.design("design", 1);
    auto const columns = expanded(call, call.tree("x", 0), design.frame);
    auto const probabilities = numbers_of(call.value("quantiles", 2));
    bool const with_interval = !call.has("ci") || is_true(call.value("ci"));
    QuantileRequest request{0.5,
                            rule_of(call.text("qrule", "math")),
                            method_of(call.text("interval.type", "mean")),
                            1 - call.number("alpha", 1 - kLevel),
                            {},
                            static_cast<double>(design.counted())};
    if (call.has("df")) request.degrees = call.number("df", 0);
    Json result;
    for (std::size_t j = 0; j < columns.names.size(); ++j) {
        auto rows = Json::array();
        auto plain = Json::array();
        for (auto const probability : probabilities) {
            request.probability = probability;
            auto const found = must(quantile(design.sample, columns.values[j], request));
            rows.push_back(
                {found.quantile, optional(found.lower), optional(found.upper), optional(found.standard_error)});
            plain.push_back(found.quantile);
        }
        result[columns.names[j]]["values"] = with_interval ? rows : Json::array({plain});
    }
    return as_result(std::move(result));
}

}  // namespace

void add_intervals(Builtins& builtins) {
    builtins["confint"] = confidence;
    builtins["svyciprop"] = proportion;
    builtins["svyquantile"] = quantiles;
}

}  // namespace lenkwerk::survey_statistics::golden
