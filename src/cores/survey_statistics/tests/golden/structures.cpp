#include <algorithm>
#include <cmath>
#include <set>

#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

bool all_hold(std::vector<Value> const& values, auto const& test) { return std::ranges::all_of(values, test); }

Value combined(Call const& call) {
    std::vector<Value> parts;
    for (auto const& argument : call.node().arguments)
        parts.push_back(call.interpreter().evaluate(*argument.value, call.scope()));
    bool named = false;
    for (auto const& argument : call.node().arguments) named = named || !argument.name.empty();
    for (auto const& part : parts) named = named || !names_of(part).empty();
    std::vector<std::string> names;
    auto const name_of = [&](std::size_t k, std::size_t i, std::size_t count) {
        auto const inner = names_of(parts[k]);
        auto const& outer = call.node().arguments[k].name;
        if (outer.empty()) return inner.empty() ? std::string() : inner[i];
        return count == 1 ? outer : outer + (inner.empty() ? std::to_string(i + 1) : "." + inner[i]);
    };
    bool const numeric = all_hold(parts, [](Value const& value) { return !std::holds_alternative<Texts>(value.is); });
    Numbers numbers;
    Texts texts;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        auto const values = numeric ? numbers_of(parts[k]) : std::vector<double>();
        auto const words = numeric ? std::vector<std::string>() : texts_of(parts[k]);
        auto const count = std::max(values.size(), words.size());
        numbers.values.insert(numbers.values.end(), values.begin(), values.end());
        texts.values.insert(texts.values.end(), words.begin(), words.end());
        for (std::size_t i = 0; i < count && named; ++i) names.push_back(name_of(k, i, count));
    }
    if (!numeric) return {Texts{texts.values, names}};
    return {Numbers{numbers.values, names}};
}

Value listed(Call const& call) {
    List list;
    bool named = false;
    for (auto const& argument : call.node().arguments) {
        list.values.push_back(call.interpreter().evaluate(*argument.value, call.scope()));
        list.names.push_back(argument.name);
        named = named || !argument.name.empty();
    }
    if (!named) list.names.clear();
    return {list};
}

Value with_names(Call const& call) {
    auto value = call.value("object", 0);
    auto const names = texts_of(call.value("nm", 1));
    if (auto* numbers = std::get_if<Numbers>(&value.is))
        numbers->names = names;
    else if (auto* texts = std::get_if<Texts>(&value.is))
        texts->names = names;
    else if (auto* list = std::get_if<List>(&value.is))
        list->names = names;
    else
        return {Texts{texts_of(value), names}};
    return value;
}

Value applied_to_each(Call const& call) {
    auto const elements = call.value("X", 0);
    auto const function = call.value("FUN", 1);
    List result{{}, names_of(elements)};
    if (auto const* texts = std::get_if<Texts>(&elements.is)) {
        for (auto const& text : texts->values) {
            result.values.push_back(call.interpreter().apply(function, {Value{Texts{{text}}}}, call.scope()));
        }
        return {result};
    }
    for (auto const number : numbers_of(elements)) {
        result.values.push_back(call.interpreter().apply(function, {Value{Numbers{{number}}}}, call.scope()));
    }
    return {result};
}

// lapply whose results are single numbers.
Value simplified(Call const& call) {
    auto const list = as<List>(applied_to_each(call), "a list");
    Numbers result{{}, list.names};
    for (auto const& value : list.values) result.values.push_back(number_of(value));
    return {result};
}

Value split_and_applied(Call const& call) {
    auto const values = numbers_of(call.value("X", 0));
    auto const factor = as_factor(call.value("INDEX", 1));
    auto const function = call.value("FUN", 2);
    Numbers result;
    for (std::size_t level = 0; level < factor.levels.size(); ++level) {
        Numbers part;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (factor.codes[i] == static_cast<std::int32_t>(level)) part.values.push_back(values[i]);
        }
        if (part.values.empty()) continue;
        result.values.push_back(number_of(call.interpreter().apply(function, {Value{part}}, call.scope())));
        result.names.push_back(factor.levels[level]);
    }
    return {result};
}

Value pasted(Call const& call) {
    std::vector<std::vector<std::string>> parts;
    std::size_t length = 0;
    for (std::size_t i = 0; i < call.size(); ++i) {
        parts.push_back(texts_of(call.value(i)));
        length = std::max(length, parts.back().size());
    }
    Texts result;
    for (std::size_t i = 0; i < length; ++i) {
        std::string text;
        for (auto const& part : parts) text += part[i % part.size()];
        result.values.push_back(text);
    }
    return {result};
}

Value bound_rows(Call const& call) {
    Labelled result;
    std::vector<std::vector<double>> rows;
    for (auto const& argument : call.node().arguments) {
        rows.push_back(numbers_of(call.interpreter().evaluate(*argument.value, call.scope())));
        result.rows.push_back(argument.name);
    }
    result.matrix = Matrix(rows.size(), rows.front().size());
    for (std::size_t r = 0; r < rows.size(); ++r) std::ranges::copy(rows[r], result.matrix.row(r).begin());
    for (std::size_t c = 0; c < result.matrix.columns; ++c) result.columns.push_back(std::to_string(c + 1));
    return {result};
}

Value outer(Call const& call) {
    auto const left = call.value(0);
    auto const right = call.value(1);
    auto const a = numbers_of(left);
    auto const b = numbers_of(right);
    auto const sign = call.text("FUN", "*", 2);
    Labelled result{Matrix(a.size(), b.size()), names_of(left), names_of(right)};
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            result.matrix(i, j) = sign == "-" ? a[i] - b[j] : sign == "+" ? a[i] + b[j] : a[i] * b[j];
        }
    }
    return {result};
}

Value levels(Call const& call) { return {Texts{as_factor(call.value(0)).levels}}; }

Value size_of(Call const& call) {
    auto const value = call.value(0);
    if (auto const* texts = std::get_if<Texts>(&value.is))
        return {Numbers{{static_cast<double>(texts->values.size())}}};
    if (auto const* list = std::get_if<List>(&value.is)) return {Numbers{{static_cast<double>(list->values.size())}}};
    return {Numbers{{static_cast<double>(numbers_of(value).size())}}};
}

Value distinct(Call const& call) {
    auto const values = numbers_of(call.value(0));
    std::set<double> const kept(values.begin(), values.end());
    // As the reference does, numbers that differ in the last digit are two.
    return {Numbers{{kept.begin(), kept.end()}}};
}

Value block(Call const& call) {
    auto const inner = std::make_shared<Scope>(call.scope());
    Value last;
    for (auto const& argument : call.node().arguments) last = call.interpreter().evaluate(*argument.value, inner);
    return last;
}

Value assigned(Call const& call) {
    auto value = call.value(1);
    call.scope()->set(call.node().arguments[0].value->word, value);
    return value;
}

}  // namespace

void add_structures(Builtins& builtins) {
    builtins["c"] = combined;
    builtins["list"] = listed;
    builtins["setNames"] = with_names;
    builtins["lapply"] = applied_to_each;
    builtins["sapply"] = simplified;
    builtins["tapply"] = split_and_applied;
    builtins["paste0"] = pasted;
    builtins["rbind"] = bound_rows;
    builtins["outer"] = outer;
    builtins["levels"] = levels;
    builtins["length"] = size_of;
    builtins["unique"] = distinct;
    builtins["sort"] = [](Call const& call) {
        auto values = numbers_of(call.value(0));
        std::ranges::sort(values);
        return Value{Numbers{values}};
    };
    builtins["names"] = [](Call const& call) { return Value{Texts{names_of(call.value(0))}}; };
    builtins["head"] = [](Call const& call) {
        auto values = numbers_of(call.value(0));
        values.resize(std::min(values.size(), static_cast<std::size_t>(call.number("n", 6, 1))));
        return Value{Numbers{values}};
    };
    builtins["as.matrix"] = builtins["I"] = builtins["("] = [](Call const& call) { return call.value(0); };
    builtins["factor"] = [](Call const& call) { return Value{as_factor(call.value(0))}; };
    builtins["quote"] = [](Call const& call) { return Value{Quoted{call.tree("", 0)}}; };
    builtins["~"] = [](Call const& call) { return Value{Quoted{std::make_shared<Node>(call.node())}}; };
    builtins["{"] = block;
    builtins["<-"] = assigned;
}

}  // namespace lenkwerk::survey_statistics::golden
