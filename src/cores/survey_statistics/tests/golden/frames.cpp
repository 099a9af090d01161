#include "cores/survey_statistics/tests/golden/frames.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "cores/survey_statistics/csv.hpp"
#include "cores/survey_statistics/tests/golden/builtins.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

bool missing(std::string_view text) { return text.empty() || text == "NA"; }

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Column column_of(CsvTable const& table, std::size_t column) {
    std::vector<double> numbers;
    std::vector<std::string> texts;
    bool numeric = true;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const cell = table.cell(row, column);
        texts.emplace_back(missing(cell) ? "" : cell);
        auto const number = number_in(cell);
        numeric = numeric && (number || missing(cell));
        numbers.push_back(number.value_or(std::nan("")));
    }
    if (numeric) return numbers;
    return factor_of(texts);
}

Column picked(Column const& column, std::vector<std::size_t> const& rows) {
    if (auto const* numbers = std::get_if<std::vector<double>>(&column)) {
        std::vector<double> part;
        for (auto const row : rows) part.push_back((*numbers)[row]);
        return part;
    }
    Factor part{{}, std::get<Factor>(column).levels};
    for (auto const row : rows) part.codes.push_back(std::get<Factor>(column).codes[row]);
    return part;
}

Column appended(Column const& first, Column const& second) {
    if (auto const* numbers = std::get_if<std::vector<double>>(&first)) {
        auto all = *numbers;
        auto const& more = std::get<std::vector<double>>(second);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    auto texts = texts_of({std::get<Factor>(first)});
    for (auto& text : texts_of({std::get<Factor>(second)})) texts.push_back(std::move(text));
    return factor_of(texts);
}

void add_terms(Tree const& node, std::vector<Tree>& result) {
    if (node->kind == Node::Kind::call && node->word == "+" && node->arguments.size() == 2) {
        add_terms(node->arguments[0].value, result);
        add_terms(node->arguments[1].value, result);
        return;
    }
    result.push_back(node);
}

}  // namespace

Frame read_frame(std::filesystem::path const& file) {
    std::ifstream stream(file);
    if (!stream) throw Undefined("cannot read " + file.string());
    std::stringstream text;
    text << stream.rdbuf();
    auto const table = must(read_csv(text.str()));
    Frame frame;
    frame.rows = table.rows();
    for (std::size_t c = 0; c < table.header().size(); ++c) set_column(frame, table.header()[c], column_of(table, c));
    return frame;
}

void set_column(Frame& frame, std::string const& name, Column column) {
    if (!frame.columns.contains(name)) frame.order.push_back(name);
    frame.columns[name] = std::move(column);
}

Frame filtered(Frame const& frame, std::vector<double> const& marked) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < frame.rows; ++i) {
        if (marked[i] == 1) rows.push_back(i);
    }
    Frame part;
    part.rows = rows.size();
    for (auto const& name : frame.order) set_column(part, name, picked(frame.columns.at(name), rows));
    return part;
}

Frame stacked(Frame const& first, Frame const& second) {
    Frame all;
    all.rows = first.rows + second.rows;
    for (auto const& name : first.order) {
        if (second.columns.contains(name))
            set_column(all, name, appended(first.columns.at(name), second.columns.at(name)));
    }
    return all;
}

Factor factor_of(std::vector<std::string> const& texts) {
    std::set<std::string> sorted(texts.begin(), texts.end());
    sorted.erase("");
    Factor factor{{}, {sorted.begin(), sorted.end()}};
    std::map<std::string, std::int32_t> codes{{"", -1}};
    for (auto const& level : factor.levels) codes.emplace(level, static_cast<std::int32_t>(codes.size()) - 1);
    for (auto const& text : texts) factor.codes.push_back(codes.at(text));
    return factor;
}

Factor factor_of(std::vector<double> const& numbers) {
    std::set<double> sorted;
    for (auto const number : numbers) {
        if (!std::isnan(number)) sorted.insert(number);
    }
    Factor factor;
    std::map<double, std::int32_t> codes;
    for (auto const number : sorted) {
        codes.emplace(number, static_cast<std::int32_t>(codes.size()));
        factor.levels.push_back(fmt::format("{}", number));
    }
    for (auto const number : numbers) factor.codes.push_back(std::isnan(number) ? -1 : codes.at(number));
    return factor;
}

Factor as_factor(Value const& value) {
    if (auto const* factor = std::get_if<Factor>(&value.is)) return *factor;
    if (auto const* texts = std::get_if<Texts>(&value.is)) return factor_of(texts->values);
    auto const& numbers = as<Numbers>(value, "a category");
    auto factor = factor_of(numbers.values);
    if (!numbers.truth) return factor;
    for (auto& level : factor.levels) level = level == "1" ? "TRUE" : "FALSE";
    return factor;
}

Factor crossed_factor(Factor const& first, Factor const& second, std::string const& between) {
    auto const a = texts_of({first});
    auto const b = texts_of({second});
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < a.size(); ++i) texts.push_back(a[i] + between + b[i]);
    return factor_of(texts);
}

std::vector<Tree> terms(Tree const& formula) {
    if (formula->word != "~") return {formula};
    std::vector<Tree> result;
    add_terms(formula->arguments.back().value, result);
    return result;
}

Tree response(Tree const& formula) {
    return formula->word == "~" && formula->arguments.size() == 2 ? formula->arguments.front().value : nullptr;
}

Variables Columns::variables() const {
    Variables result;
    for (std::size_t i = 0; i < names.size(); ++i) result.push_back({names[i], values[i]});
    return result;
}

Columns expanded(Call const& call, Tree const& formula, FramePtr const& frame) {
    Columns columns;
    for (auto const& term : terms(formula)) {
        auto const value = in_frame(call, *term, frame);
        auto const* numbers = std::get_if<Numbers>(&value.is);
        if (numbers != nullptr && !numbers->truth) {
            columns.names.push_back(printed(*term));
            columns.values.push_back(numbers->values);
            continue;
        }
        auto const factor = as_factor(value);
        auto dummies = indicators(factor);
        for (std::size_t level = 0; level < dummies.size(); ++level) {
            columns.names.push_back(printed(*term) + factor.levels[level]);
            columns.values.push_back(std::move(dummies[level]));
        }
    }
    return columns;
}

}  // namespace lenkwerk::survey_statistics::golden
