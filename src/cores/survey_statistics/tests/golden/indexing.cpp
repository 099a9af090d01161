#include <algorithm>
#include <cmath>

#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

// Places counted from 0: from numbers counted from 1 (or all but these), truth values, or names.
std::vector<std::size_t> places(Value const& index, std::size_t length, std::vector<std::string> const& names) {
    std::vector<std::size_t> result;
    if (auto const* texts = std::get_if<Texts>(&index.is)) {
        for (auto const& text : texts->values) {
            auto const found = std::ranges::find(names, text);
            if (found == names.end()) throw Undefined("no element of this name: " + text);
            result.push_back(static_cast<std::size_t>(found - names.begin()));
        }
        return result;
    }
    auto const* numbers = std::get_if<Numbers>(&index.is);
    auto const values = numbers_of(index);
    if (numbers != nullptr && numbers->truth) {
        for (std::size_t i = 0; i < length; ++i) {
            if (values[i % values.size()] == 1) result.push_back(i);
        }
        return result;
    }
    if (!values.empty() && values.front() < 0) {
        for (std::size_t i = 0; i < length; ++i) {
            if (std::ranges::count(values, -static_cast<double>(i + 1)) == 0) result.push_back(i);
        }
        return result;
    }
    for (auto const value : values) {
        auto const place = static_cast<std::size_t>(value) - 1;
        if (place >= length) throw Undefined("index out of range");
        result.push_back(place);
    }
    return result;
}

template <class T> std::vector<T> picked(std::vector<T> const& all, std::vector<std::size_t> const& chosen) {
    std::vector<T> result;
    for (auto const place : chosen) result.push_back(all[place]);
    return result;
}

Value of_matrix(Call const& call, Labelled const& matrix) {
    auto const side = [&](std::size_t argument, std::size_t length, std::vector<std::string> const& names) {
        if (call.node().arguments[argument].value) {
            return places(call.interpreter().evaluate(*call.node().arguments[argument].value, call.scope()), length,
                          names);
        }
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < length; ++i) all.push_back(i);
        return all;
    };
    auto const rows = side(1, matrix.matrix.rows, matrix.rows);
    auto const columns = side(2, matrix.matrix.columns, matrix.columns);
    Labelled part{Matrix(rows.size(), columns.size()), {}, {}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < columns.size(); ++c) part.matrix(r, c) = matrix.matrix(rows[r], columns[c]);
    }
    if (!matrix.rows.empty()) part.rows = picked(matrix.rows, rows);
    if (!matrix.columns.empty()) part.columns = picked(matrix.columns, columns);
    if (rows.size() == 1 || columns.size() == 1) return {Numbers{part.matrix.cells}};
    return {part};
}

Value indexed(Call const& call) {
    auto const object = call.value(0);
    if (auto const* matrix = std::get_if<Labelled>(&object.is)) return of_matrix(call, *matrix);
    auto const index = call.value(1);
    auto const names = names_of(object);
    if (auto const* texts = std::get_if<Texts>(&object.is)) {
        auto const chosen = places(index, texts->values.size(), names);
        return {Texts{picked(texts->values, chosen), names.empty() ? names : picked(names, chosen)}};
    }
    if (auto const* list = std::get_if<List>(&object.is)) {
        auto const chosen = places(index, list->values.size(), names);
        return {List{picked(list->values, chosen), names.empty() ? names : picked(names, chosen)}};
    }
    auto const numbers = numbers_of(object);
    auto const chosen = places(index, numbers.size(), names);
    return {Numbers{picked(numbers, chosen), names.empty() ? names : picked(names, chosen)}};
}

Value column(FramePtr const& frame, std::string const& name) {
    auto const found = frame->columns.find(name);
    if (found == frame->columns.end()) throw Undefined("no such column: " + name);
    if (auto const* numbers = std::get_if<std::vector<double>>(&found->second)) return {Numbers{*numbers}};
    return {std::get<Factor>(found->second)};
}

Value of_design(DesignValue const& design, std::string const& name) {
    auto const* replicates = design.sample.replicates();
    if (replicates == nullptr) throw Undefined("the design has no " + name);
    if (name == "scale") return {Numbers{{replicates->scale}}};
    if (name == "rscales") return {Numbers{replicates->part}};
    throw Undefined("the design has no " + name);
}

Value field(Call const& call) {
    auto const object = call.value(0);
    auto const name = text_of(call.value(1));
    if (auto const* frame = std::get_if<FramePtr>(&object.is)) return column(*frame, name);
    if (auto const* design = std::get_if<DesignValue>(&object.is)) return of_design(*design, name);
    auto const& list = as<List>(object, "a list");
    auto const found = std::ranges::find(list.names, name);
    if (found == list.names.end()) throw Undefined("no element of this name: " + name);
    return list.values[static_cast<std::size_t>(found - list.names.begin())];
}

Value element(Call const& call) {
    auto const part = indexed(call);
    if (auto const* list = std::get_if<List>(&part.is)) return list->values.front();
    return part;
}

Value diagonal_of(Call const& call) {
    auto const& matrix = as<Labelled>(call.value(0), "a matrix");
    auto const size = std::min(matrix.matrix.rows, matrix.matrix.columns);
    Numbers result;
    for (std::size_t i = 0; i < size; ++i) result.values.push_back(matrix.matrix(i, i));
    return {result};
}

}  // namespace

void add_indexing(Builtins& builtins) {
    builtins["["] = indexed;
    builtins["[["] = element;
    builtins["$"] = field;
    builtins["diag"] = diagonal_of;
}

}  // namespace lenkwerk::survey_statistics::golden
