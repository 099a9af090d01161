#include <algorithm>
#include <cmath>
#include <numeric>

#include "cores/survey_statistics/contrasts.hpp"
#include "cores/survey_statistics/distributions.hpp"
#include "cores/survey_statistics/quantiles.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

using Operation = double (*)(double, double);

bool is_text(Value const& value) {
    return std::holds_alternative<Texts>(value.is) || std::holds_alternative<Factor>(value.is);
}

Value compared_texts(Value const& left, Value const& right, bool equal) {
    auto const a = texts_of(left);
    auto const b = texts_of(right);
    Numbers result{{}, {}, true};
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        result.values.push_back((a[i % a.size()] == b[i % b.size()]) == equal);
    }
    return {result};
}

// Element by element, the shorter one repeated; a missing side stays missing.
Value elementwise(Value const& left, Value const& right, Operation operation, bool truth) {
    auto const a = numbers_of(left);
    auto const b = numbers_of(right);
    Numbers result{{}, names_of(a.size() >= b.size() ? left : right), truth};
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        auto const x = a[i % a.size()];
        auto const y = b[i % b.size()];
        result.values.push_back(std::isnan(x) || std::isnan(y) ? std::nan("") : operation(x, y));
    }
    auto const* matrix = std::get_if<Labelled>(a.size() >= b.size() ? &left.is : &right.is);
    if (matrix == nullptr || truth) return {result};
    auto labelled = *matrix;
    labelled.matrix.cells = result.values;
    return {labelled};
}

Builtin binary(Operation operation, bool truth = false) {
    return [=](Call const& call) {
        if (call.size() == 1) return elementwise({Numbers{{0}}}, call.value(0), operation, truth);
        return elementwise(call.value(0), call.value(1), operation, truth);
    };
}

Builtin equality(bool equal) {
    return [=](Call const& call) {
        auto const left = call.value(0);
        auto const right = call.value(1);
        if (is_text(left) || is_text(right)) return compared_texts(left, right, equal);
        return equal ? elementwise(
                           left, right, [](double a, double b) { return double(a == b); }, true)
                     : elementwise(left, right, [](double a, double b) { return double(a != b); }, true);
    };
}

// Unknown and false is false, unknown or true is true.
Builtin logical(bool both) {
    return [=](Call const& call) {
        auto const a = numbers_of(call.value(0));
        auto const b = numbers_of(call.value(1));
        Numbers result{{}, {}, true};
        for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
            auto const x = a[i % a.size()];
            auto const y = b[i % b.size()];
            auto const decides = both ? 0.0 : 1.0;
            if (x == decides || y == decides)
                result.values.push_back(decides);
            else
                result.values.push_back(std::isnan(x) || std::isnan(y) ? std::nan("") : 1 - decides);
        }
        return Value{result};
    };
}

Value member(Call const& call) {
    auto const wanted = texts_of(call.value(1));
    Numbers result{{}, {}, true};
    for (auto const& text : texts_of(call.value(0))) result.values.push_back(std::ranges::count(wanted, text) > 0);
    return {result};
}

Value is_missing_value(Call const& call) {
    auto const value = call.value(0);
    Numbers result{{}, {}, true};
    if (auto const* texts = std::get_if<Texts>(&value.is))
        result.values.assign(texts->values.size(), 0);
    else
        for (auto const number : numbers_of(value)) result.values.push_back(std::isnan(number));
    return {result};
}

Builtin mapped(double (*function)(double)) {
    return [=](Call const& call) {
        auto const argument = call.value(0);
        Numbers result{numbers_of(argument), names_of(argument)};
        for (auto& number : result.values) number = function(number);
        auto const* matrix = std::get_if<Labelled>(&argument.is);
        if (matrix == nullptr) return Value{result};
        auto labelled = *matrix;
        labelled.matrix.cells = result.values;
        return Value{labelled};
    };
}

Builtin reduced(double (*function)(std::vector<double> const&)) {
    return [=](Call const& call) { return Value{Numbers{{function(numbers_of(call.value(0)))}}}; };
}

Value order(Call const& call) {
    auto const values = numbers_of(call.value(0));
    std::vector<double> places(values.size());
    std::iota(places.begin(), places.end(), 1.0);
    std::ranges::stable_sort(places, {}, [&](double place) { return values[static_cast<std::size_t>(place) - 1]; });
    return {Numbers{places}};
}

Value counted_up(Call const& call) {
    Numbers result;
    auto const last = number_of(call.value(1));
    for (auto value = number_of(call.value(0)); value <= last; ++value) result.values.push_back(value);
    return {result};
}

Value adjusted(Call const& call) {
    auto const argument = call.value("p", 0);
    auto const p = numbers_of(argument);
    auto const method = call.text("method", "holm", 1);
    auto const values = method == "holm" ? holm(p) : method == "BH" ? benjamini_hochberg(p) : bonferroni(p);
    return {Numbers{values, names_of(argument)}};
}

// The seventh rule of Hyndman and Fan, as quantile() has by default.
Value plain_quantile(Call const& call) {
    auto const values = numbers_of(call.value(0));
    std::vector<double> const ones(values.size(), 1);
    return {Numbers{{weighted_quantile(values, ones, call.number("probs", 0.5, 1), QuantileRule::linear_7)}}};
}

Builtin student(bool quantile) {
    return [=](Call const& call) {
        auto const argument = call.value(0);
        auto const degrees = call.number("df", 1, 1);
        Numbers result{numbers_of(argument), names_of(argument)};
        for (auto& x : result.values) x = quantile ? student_quantile(x, degrees) : student_below(x, degrees);
        return Value{result};
    };
}

void add_reductions(Builtins& builtins) {
    builtins["sum"] = reduced(
        [](std::vector<double> const& v) { return static_cast<double>(std::accumulate(v.begin(), v.end(), 0.0L)); });
    builtins["min"] = reduced([](std::vector<double> const& v) { return std::ranges::min(v); });
    builtins["max"] = reduced([](std::vector<double> const& v) { return std::ranges::max(v); });
    builtins["range"] = [](Call const& call) {
        auto const values = numbers_of(call.value(0));
        return Value{Numbers{{std::ranges::min(values), std::ranges::max(values)}}};
    };
    builtins["cumsum"] = [](Call const& call) {
        auto values = numbers_of(call.value(0));
        long double total = 0;
        for (auto& value : values) value = static_cast<double>(total += value);
        return Value{Numbers{values}};
    };
    builtins["which"] = [](Call const& call) {
        Numbers places;
        auto const values = numbers_of(call.value(0));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == 1) places.values.push_back(static_cast<double>(i + 1));
        }
        return Value{places};
    };
}

}  // namespace

void add_arithmetic(Builtins& builtins) {
    builtins["+"] = binary([](double a, double b) { return a + b; });
    builtins["-"] = binary([](double a, double b) { return a - b; });
    builtins["*"] = binary([](double a, double b) { return a * b; });
    builtins["/"] = binary([](double a, double b) { return a / b; });
    builtins["^"] = binary([](double a, double b) { return std::pow(a, b); });
    builtins["<"] = binary([](double a, double b) { return double(a < b); }, true);
    builtins[">"] = binary([](double a, double b) { return double(a > b); }, true);
    builtins["<="] = binary([](double a, double b) { return double(a <= b); }, true);
    builtins[">="] = binary([](double a, double b) { return double(a >= b); }, true);
    builtins["=="] = equality(true);
    builtins["!="] = equality(false);
    builtins["&"] = builtins["&&"] = logical(true);
    builtins["|"] = builtins["||"] = logical(false);
    builtins["!"] = [](Call const& call) {
        Numbers result{numbers_of(call.value(0)), {}, true};
        for (auto& truth : result.values) truth = 1 - truth;
        return Value{result};
    };
    builtins["%in%"] = member;
    builtins["is.na"] = is_missing_value;
    builtins["sqrt"] = mapped([](double x) { return std::sqrt(x); });
    builtins["log"] = mapped([](double x) { return std::log(x); });
    builtins["exp"] = mapped([](double x) { return std::exp(x); });
    builtins["abs"] = mapped([](double x) { return std::abs(x); });
    builtins["pnorm"] = mapped(normal_below);
    builtins["qnorm"] = mapped(normal_quantile);
    builtins["pt"] = student(false);
    builtins["qt"] = student(true);
    builtins["as.numeric"] = [](Call const& call) { return Value{Numbers{numbers_of(call.value(0))}}; };
    builtins["order"] = order;
    builtins[":"] = counted_up;
    builtins["p.adjust"] = adjusted;
    builtins["quantile"] = plain_quantile;
    add_reductions(builtins);
}

Builtins all_builtins() {
    Builtins builtins;
    add_arithmetic(builtins);
    add_structures(builtins);
    add_indexing(builtins);
    add_designs(builtins);
    add_weighting(builtins);
    add_estimators(builtins);
    add_intervals(builtins);
    add_tests(builtins);
    add_areas(builtins);
    return builtins;
}

}  // namespace lenkwerk::survey_statistics::golden
