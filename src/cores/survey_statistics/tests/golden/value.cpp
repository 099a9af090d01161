#include "cores/survey_statistics/tests/golden/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace lenkwerk::survey_statistics::golden {
namespace {

Json json_of(Matrix const& matrix) {
    auto rows = Json::array();
    for (std::size_t r = 0; r < matrix.rows; ++r)
        rows.push_back(std::vector<double>(matrix.row(r).begin(), matrix.row(r).end()));
    return rows;
}

std::vector<double> errors(Estimates const& estimates) {
    std::vector<double> result;
    for (auto const variance : diagonal(estimates.covariance)) result.push_back(std::sqrt(std::max(0.0, variance)));
    return result;
}

template <class T> Json named(std::vector<T> const& values, std::vector<std::string> const& names) {
    if (names.empty()) return values.size() == 1 ? Json(values.front()) : Json(values);
    auto object = Json::object();
    for (std::size_t i = 0; i < values.size(); ++i) object[names[i]] = values[i];
    return object;
}

Json json_of(Statistic const& statistic) {
    Json result{{"names", statistic.estimates.names},
                {"coef", statistic.estimates.values},
                {"se", errors(statistic.estimates)},
                {"vcov", json_of(statistic.estimates.covariance)}};
    if (statistic.design_effects) result["deff"] = *statistic.design_effects;
    return result;
}

Json json_of(ByDomain const& by) {
    auto groups = Json::object();
    for (std::size_t f = 0; f < by.by.size(); ++f) {
        for (auto const& levels : by.domains.levels) groups[by.by[f]].push_back(levels[f]);
    }
    Json result{{"groups", groups},
                {"coef_names", by.domains.estimates.names},
                {"coef", by.domains.estimates.values},
                {"se", errors(by.domains.estimates)}};
    if (by.with_covariance) result["vcov"] = {{"values", json_of(by.domains.estimates.covariance)}};
    if (by.design_effects) result["deff"] = *by.design_effects;
    return result;
}

Json json_of(List const& list) {
    auto const whole = [](Value const& value) { return golden::json_of(value); };
    if (list.names.empty()) {
        auto array = Json::array();
        for (auto const& value : list.values) array.push_back(whole(value));
        return array;
    }
    auto object = Json::object();
    for (std::size_t i = 0; i < list.values.size(); ++i) object[list.names[i]] = whole(list.values[i]);
    return object;
}

}  // namespace

std::size_t DesignValue::counted() const {
    if (fitted || inside.empty()) return sample.rows();
    return static_cast<std::size_t>(std::ranges::count(inside, 1));
}

std::vector<double> numbers_of(Value const& value) {
    if (auto const* numbers = std::get_if<Numbers>(&value.is)) return numbers->values;
    if (auto const* statistic = std::get_if<Statistic>(&value.is)) return statistic->estimates.values;
    if (auto const* matrix = std::get_if<Labelled>(&value.is)) return matrix->matrix.cells;
    if (auto const* factor = std::get_if<Factor>(&value.is)) {
        std::vector<double> codes;
        for (auto const code : factor->codes) codes.push_back(code < 0 ? std::nan("") : code + 1);
        return codes;
    }
    if (auto const* list = std::get_if<List>(&value.is)) {
        std::vector<double> all;
        for (auto const& part : list->values) {
            for (auto const number : numbers_of(part)) all.push_back(number);
        }
        return all;
    }
    throw Undefined("expected numbers");
}

double number_of(Value const& value) {
    auto const numbers = numbers_of(value);
    if (numbers.size() != 1) throw Undefined("expected one number");
    return numbers.front();
}

std::vector<std::string> texts_of(Value const& value) {
    if (auto const* texts = std::get_if<Texts>(&value.is)) return texts->values;
    if (auto const* numbers = std::get_if<Numbers>(&value.is)) {
        std::vector<std::string> result;
        for (auto const number : numbers->values) result.push_back(fmt::format("{}", number));
        return result;
    }
    if (auto const* factor = std::get_if<Factor>(&value.is)) {
        std::vector<std::string> result;
        for (auto const code : factor->codes)
            result.push_back(code < 0 ? "" : factor->levels[static_cast<std::size_t>(code)]);
        return result;
    }
    throw Undefined("expected texts");
}

std::string text_of(Value const& value) {
    auto const texts = texts_of(value);
    if (texts.size() != 1) throw Undefined("expected one text");
    return texts.front();
}

bool is_true(Value const& value) {
    if (auto const* texts = std::get_if<Texts>(&value.is)) return !texts->values.empty();
    return number_of(value) != 0;
}

std::vector<std::string> names_of(Value const& value) {
    if (auto const* numbers = std::get_if<Numbers>(&value.is)) return numbers->names;
    if (auto const* texts = std::get_if<Texts>(&value.is)) return texts->names;
    if (auto const* list = std::get_if<List>(&value.is)) return list->names;
    if (auto const* statistic = std::get_if<Statistic>(&value.is)) return statistic->estimates.names;
    if (auto const* by = std::get_if<ByDomain>(&value.is)) return by->domains.estimates.names;
    return {};
}

Value as_result(Json json) { return {std::make_shared<Json const>(std::move(json))}; }

Json json_of(Value const& value) {
    if (auto const* json = std::get_if<JsonPtr>(&value.is)) return **json;
    if (auto const* numbers = std::get_if<Numbers>(&value.is)) return named(numbers->values, numbers->names);
    if (auto const* texts = std::get_if<Texts>(&value.is)) return named(texts->values, texts->names);
    if (auto const* list = std::get_if<List>(&value.is)) return json_of(*list);
    if (auto const* statistic = std::get_if<Statistic>(&value.is)) return json_of(*statistic);
    if (auto const* by = std::get_if<ByDomain>(&value.is)) return json_of(*by);
    if (auto const* matrix = std::get_if<Labelled>(&value.is)) {
        return {{"rows", matrix->rows}, {"cols", matrix->columns}, {"values", json_of(matrix->matrix)}};
    }
    if (std::holds_alternative<Null>(value.is)) return nullptr;
    throw Undefined("a value of this kind is no result");
}

}  // namespace lenkwerk::survey_statistics::golden
