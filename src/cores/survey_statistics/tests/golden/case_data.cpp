// Data sets and figures of a case, put under the names that the definitions use.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

#include "cores/survey_statistics/tests/golden/builtins.hpp"
#include "cores/survey_statistics/tests/golden/design_text.hpp"
#include "cores/survey_statistics/tests/golden/frames.hpp"
#include "cores/survey_statistics/tests/golden/vocabulary.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

Numbers named_numbers(Json const& object) {
    Numbers result;
    for (auto const& [name, value] : object.items()) {
        result.names.push_back(name);
        result.values.push_back(value.get<double>());
    }
    return result;
}

// A derived variable as the case words it: a column, a condition with a remark, or "factor(x, levels 1..4)".
void derive(Frame& frame, std::string const& name, std::string text) {
    static std::regex const kFactor(R"(^factor\((\w+), levels .*\)$)");
    std::smatch match;
    bool const as_levels = std::regex_match(text, match, kFactor);
    text = as_levels ? match[1].str() : std::regex_replace(text, std::regex(R"((,| \().*$)"), "");
    Interpreter interpreter(all_builtins(), {});
    auto const tree = parse(text);
    Node const none;
    auto const value =
        in_frame(Call(interpreter, none, interpreter.top()), *tree, std::make_shared<Frame const>(frame));
    if (as_levels)
        set_column(frame, name, as_factor(value));
    else if (auto const* factor = std::get_if<Factor>(&value.is))
        set_column(frame, name, *factor);
    else
        set_column(frame, name, numbers_of(value));
}

void make_factor(Frame& frame, std::string const& name) {
    auto const column = frame.columns.find(name);
    if (column == frame.columns.end()) return;
    if (auto const* numbers = std::get_if<std::vector<double>>(&column->second)) column->second = factor_of(*numbers);
}

// "race is a factor": codes that the reference treats as categories; race is one where no note says so, too.
void mark_factors(Json const& file, Frame& frame) {
    static std::regex const kNote(R"((\w+) is a factor)");
    make_factor(frame, "race");
    if (!file.contains("notes") || !file["notes"].is_array()) return;
    for (auto const& note : file["notes"]) {
        auto const text = note.get<std::string>();
        for (std::sregex_iterator found(text.begin(), text.end(), kNote), end; found != end; ++found) {
            make_factor(frame, (*found)[1].str());
        }
    }
}

// Groups are compared with the one that comes first in the data; the others are sorted.
void lead_with_first_group(Frame& frame) {
    auto const column = frame.columns.find("group");
    if (column == frame.columns.end() || !std::holds_alternative<Factor>(column->second)) return;
    auto& factor = std::get<Factor>(column->second);
    auto const first = factor.codes.front();
    auto const place = factor.levels.begin() + first;
    std::rotate(factor.levels.begin(), place, place + 1);
    for (auto& code : factor.codes) {
        if (code == first)
            code = 0;
        else if (code >= 0 && code < first)
            ++code;
    }
}

Frame prepared(Json const& file, std::filesystem::path const& path) {
    auto frame = read_frame(path);
    mark_factors(file, frame);
    lead_with_first_group(frame);
    auto const& design = file["design"];
    if (!design.contains("derived")) return frame;
    for (auto const& [name, text] : design["derived"].items()) {
        auto const source = std::regex_replace(text.get<std::string>(), std::regex(R"(^factor\(|[ ,)].*$)"), "");
        if (frame.columns.contains(source)) derive(frame, name, text);
    }
    return frame;
}

// What the weights string describes without naming a column: the inverse of the fractions drawn.
void add_described_weights(Json const& file, Frame& frame, Scope& scope) {
    auto const& design = file["design"];
    if (!design.contains("fpc") || !design["fpc"].is_array() || !design.contains("weights")) return;
    Interpreter interpreter(all_builtins(), {});
    interpreter.top()->set("frame1", {FramePtr(std::make_shared<Frame const>(frame))});
    auto const weights = interpreter.evaluate("weights(" + design_text(file, "dh", {}) + ")");
    set_column(frame, "described_weight", numbers_of(weights));
    set_column(frame, "w", numbers_of(weights));
    scope.set("frame1", {FramePtr(std::make_shared<Frame const>(frame))});
}

void define_combined(Json const& file, std::vector<Frame> frames, Scope& scope) {
    if (!file["design"].contains("combined") || frames.size() < 2) return;
    for (std::size_t k = 0; k < 2; ++k) {
        set_column(frames[k], "wave", factor_of(std::vector<std::string>(frames[k].rows, fmt::format("t{}", k + 1))));
    }
    scope.set("combined", {FramePtr(std::make_shared<Frame const>(stacked(frames[0], frames[1])))});
}

void define_figures(Json const& file, Scope& scope) {
    auto const& design = file["design"];
    if (design.contains("population")) scope.set("population", {named_numbers(design["population"])});
    for (auto const* key : {"margins", "rake_margins"}) {
        if (!design.contains(key)) continue;
        List margins;
        for (auto const& [name, figures] : design[key].items()) {
            margins.names.push_back(name);
            margins.values.push_back({named_numbers(figures)});
        }
        scope.set("margins", {margins});
    }
    if (design.contains("replicates"))
        scope.set("replicate_scale", {Numbers{{design["replicates"]["scale"].get<double>()}}});
    if (design.contains("X_columns"))
        scope.set("covariate_names", {Texts{design["X_columns"].get<std::vector<std::string>>()}});
}

void define_formulas(Json const& file, Scope& scope) {
    auto const& design = file["design"];
    if (design.contains("formula")) {
        auto const text = std::regex_replace(design["formula"].get<std::string>(), std::regex(R"(\s\(.*$)"), "");
        scope.set("calibration_formula", {Quoted{parse(text)}});
    }
    static std::regex const kBounds(R"(logit\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\])");
    auto const topic = file.value("topic", "");
    std::smatch match;
    if (std::regex_search(topic, match, kBounds)) {
        scope.set("logit_bounds", {Numbers{{std::stod(match[1]), std::stod(match[2])}}});
    }
    if (design.contains("poststrata")) {
        scope.set("poststrata_formula", {Quoted{parse("~" + design["poststrata"].get<std::string>())}});
    }
}

// Population figures that only another file of the case tells: its strata and their sizes.
void define_population_of_strata(Json const& file, std::vector<Frame> const& frames, Scope& scope) {
    auto const all = designs(file);
    for (std::size_t k = 0; k < all.size() && all.size() > 1; ++k) {
        auto const& design = all[k].second;
        if (!design.contains("strata") || !design["strata"].is_string() || !design.contains("fpc") ||
            !design["fpc"].is_string())
            continue;
        auto const& frame = frames[file_of_design(file, k) - 1];
        auto const strata = as_factor({std::get<Factor>(frame.columns.at(design["strata"]))});
        auto const& sizes = std::get<std::vector<double>>(frame.columns.at(design["fpc"]));
        Numbers population{std::vector<double>(strata.levels.size()), strata.levels};
        for (std::size_t i = 0; i < sizes.size(); ++i)
            population.values[static_cast<std::size_t>(strata.codes[i])] = sizes[i];
        scope.set("poststrata_population", {population});
        scope.set("poststrata_formula", {Quoted{parse("~" + design["strata"].get<std::string>())}});
    }
}

}  // namespace

void define_data(Json const& case_file, std::filesystem::path const& folder, Scope& scope) {
    std::vector<Frame> frames;
    for (auto const& name : case_file["data"]) frames.push_back(prepared(case_file, folder / name.get<std::string>()));
    for (std::size_t f = 0; f < frames.size(); ++f) {
        scope.set(fmt::format("frame{}", f + 1), {FramePtr(std::make_shared<Frame const>(frames[f]))});
    }
    add_described_weights(case_file, frames.front(), scope);
    define_combined(case_file, frames, scope);
    define_figures(case_file, scope);
    define_formulas(case_file, scope);
    define_population_of_strata(case_file, frames, scope);
}

}  // namespace lenkwerk::survey_statistics::golden
