#include "cores/survey_statistics/survey_columns.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "cores/survey_statistics/refusals.hpp"

namespace lenkwerk::survey_statistics {
namespace {

std::string listed(std::vector<std::string> const& names) {
    std::string text;
    for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

bool is_computable(double number) {
    auto const size = std::abs(number);
    return number == 0 || (size >= kLeastNumber && size <= kMostNumber);
}

MessageArguments AnswerColumns::place(std::size_t row) const {
    return {{"file", file_}, {"line", static_cast<std::int64_t>(table_.line(row))}};
}

bool AnswerColumns::is_missing_cell(std::string_view cell) const {
    return std::ranges::find(missing_, cell) != missing_.end();
}

Outcome<std::size_t> AnswerColumns::column(std::string const& name) const {
    auto const found = std::ranges::find(table_.header(), name);
    if (found != table_.header().end()) return static_cast<std::size_t>(found - table_.header().begin());
    return refuse("survey.import.unknown_column", name,
                  {{"file", file_}, {"line", std::int64_t{1}}, {"columns", listed(table_.header())}});
}

Outcome<std::vector<double>> AnswerColumns::numbers(std::string const& name) const {
    auto const place_of = column(name);
    if (!place_of) return place_of.problems();
    std::vector<double> values(rows(), std::nan(""));
    for (std::size_t row = 0; row < rows(); ++row) {
        auto const cell = table_.cell(row, *place_of);
        if (is_missing_cell(cell)) continue;
        auto const number = number_in(cell);
        if (number && is_computable(*number)) {
            values[row] = *number;
            continue;
        }
        auto arguments = place(row);
        arguments.push_back({"value", std::string(cell)});
        if (number) return refuse("survey.import.number_out_of_range", name, std::move(arguments));
        return refuse("survey.import.not_a_number", name, std::move(arguments));
    }
    return values;
}

Outcome<Factor> AnswerColumns::factor(std::string const& name) const {
    auto const place_of = column(name);
    if (!place_of) return place_of.problems();
    std::set<std::string> levels;
    for (std::size_t row = 0; row < rows(); ++row) {
        auto const cell = table_.cell(row, *place_of);
        if (!is_missing_cell(cell)) levels.emplace(cell);
    }
    return factor(name, {levels.begin(), levels.end()});
}

Outcome<Factor> AnswerColumns::factor(std::string const& name, std::vector<std::string> const& levels) const {
    auto const place_of = column(name);
    if (!place_of) return place_of.problems();
    std::map<std::string, std::int32_t, std::less<>> codes;
    for (auto const& level : levels) codes.emplace(level, static_cast<std::int32_t>(codes.size()));
    Factor factor{std::vector<std::int32_t>(rows(), -1), levels};
    for (std::size_t row = 0; row < rows(); ++row) {
        auto const cell = table_.cell(row, *place_of);
        if (is_missing_cell(cell)) continue;
        auto const code = codes.find(cell);
        if (code != codes.end()) {
            factor.codes[row] = code->second;
            continue;
        }
        auto arguments = place(row);
        arguments.push_back({"value", std::string(cell)});
        return refuse("survey.import.level_undeclared", name, std::move(arguments));
    }
    return factor;
}

Outcome<std::vector<std::uint32_t>> AnswerColumns::codes(std::string const& name) const {
    auto const read = factor(name);
    if (!read) return read.problems();
    std::vector<std::uint32_t> result;
    for (std::size_t row = 0; row < rows(); ++row) {
        if (read->codes[row] < 0) return refuse("survey.design.code_missing", name, place(row));
        result.push_back(static_cast<std::uint32_t>(read->codes[row]));
    }
    return result;
}

Outcome<ItemAnswers> AnswerColumns::answers(Item const& item) const {
    if (item.scale.empty()) {
        auto values = numbers(item.name);
        if (!values) return values.problems();
        return ItemAnswers{item, std::move(*values), {}};
    }
    auto const place_of = column(item.name);
    if (!place_of) return place_of.problems();
    ItemAnswers result{item, std::vector<double>(rows(), std::nan("")), {std::vector<std::int32_t>(rows(), -1), {}}};
    std::map<std::string, std::int32_t, std::less<>> counted;
    for (auto const& point : item.scale) {
        counted.emplace(point.value, point.counted ? static_cast<std::int32_t>(result.points.levels.size()) : -1);
        if (point.counted) result.points.levels.push_back(point.label);
    }
    auto const are_numbers = std::ranges::all_of(item.scale, [](ScalePoint const& point) {
        auto const number = number_in(point.value);
        return number && is_computable(*number);
    });
    for (std::size_t row = 0; row < rows(); ++row) {
        auto const cell = table_.cell(row, *place_of);
        if (is_missing_cell(cell)) continue;
        auto const found = counted.find(cell);
        if (found == counted.end()) {
            auto arguments = place(row);
            arguments.push_back({"value", std::string(cell)});
            return refuse("survey.import.value_undeclared", item.name, std::move(arguments));
        }
        if (found->second < 0) continue;
        result.points.codes[row] = found->second;
        bool const agreed = std::ranges::find(item.agreed, cell) != item.agreed.end();
        auto const place_or_number = are_numbers ? *number_in(cell) : found->second + 1.0;
        result.value[row] = item.agreed.empty() ? place_or_number : agreed;
    }
    return result;
}

std::vector<std::string> AnswerColumns::texts(std::size_t column) const {
    std::vector<std::string> result;
    for (std::size_t row = 0; row < rows(); ++row) {
        auto const cell = table_.cell(row, column);
        result.emplace_back(is_missing_cell(cell) ? std::string_view() : cell);
    }
    return result;
}

std::vector<std::string> AnswerColumns::beginning_with(std::string const& prefix) const {
    std::vector<std::string> names;
    for (auto const& name : table_.header()) {
        if (name.starts_with(prefix)) names.push_back(name);
    }
    return names;
}

Problems AnswerColumns::placed(Problems problems) const {
    for (auto& problem : problems) {
        auto const has_file =
            std::ranges::any_of(problem.arguments, [](auto const& argument) { return argument.name == "file"; });
        if (has_file) continue;
        for (auto& argument : problem.arguments) {
            if (argument.name != "row") continue;
            auto const row = static_cast<std::size_t>(std::get<std::int64_t>(argument.value)) - 1;
            argument = {"line", static_cast<std::int64_t>(table_.line(row))};
        }
        problem.arguments.insert(problem.arguments.begin(), {"file", file_});
    }
    return problems;
}

}  // namespace lenkwerk::survey_statistics
