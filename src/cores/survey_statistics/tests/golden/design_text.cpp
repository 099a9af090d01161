#include "cores/survey_statistics/tests/golden/design_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>

namespace lenkwerk::survey_statistics::golden {
namespace {

bool is_weight_file(std::string const& name) {
    return name.find("repweights") != std::string::npos || name.find("_boot") != std::string::npos ||
           name.find("_brr") != std::string::npos;
}

// "a x b" is the crossing of a and b.
std::string strata_term(std::string const& text) {
    static std::regex const kCrossing(R"(^\s*([\w.]+)\s+x\s+([\w.]+)\s*$)");
    std::smatch match;
    if (std::regex_match(text, match, kCrossing))
        return fmt::format("interaction({}, {})", match[1].str(), match[2].str());
    return text;
}

std::string formula(Json const& names, bool first_only) {
    if (names.is_string()) return "~" + strata_term(names.get<std::string>());
    std::string text;
    for (auto const& name : names) {
        text += (text.empty() ? "~" : " + ") + name.get<std::string>();
        if (first_only) break;
    }
    return text;
}

bool is_column_or_number(std::string const& text) {
    static std::regex const kWord(R"(^[\w.]+$)");
    return std::regex_match(text, kWord);
}

// "w = base * (sum base all / sum base respondents) within a x b".
std::optional<std::smatch> nonresponse(std::string const& text) {
    static std::regex const kPattern(
        R"(^\s*([\w.]+)\s*=\s*([\w.]+)\s*\*\s*\(sum \S+ all / sum \S+ respondents\) within (.*)$)");
    std::smatch match;
    if (std::regex_match(text, match, kPattern)) return match;
    return std::nullopt;
}

// The weights' formula; empty where they follow from the numbers drawn and the population.
std::string weights_term(Json const& design, DesignChoice const& choice) {
    if (!choice.weights.empty()) return choice.weights;
    if (!design.contains("weights") || !design["weights"].is_string()) return {};
    auto const text = design["weights"].get<std::string>();
    if (is_column_or_number(text)) return text;
    if (auto const match = nonresponse(text)) return (*match)[1];
    return choice.with_population && !choice.first_stage_only ? "" : "described_weight";
}

// A cluster design of another file that a note describes.
struct Noted {
    std::string file;
    Json design;
};
std::optional<Noted> noted(Json const& file) {
    static std::regex const kNote(R"(uses (\S+\.csv) \(design ids=(\w+), weights (\w+), (\w+)\))");
    if (!file.contains("notes") || !file["notes"].is_array()) return std::nullopt;
    for (auto const& note : file["notes"]) {
        auto const text = note.get<std::string>();
        std::smatch match;
        if (!std::regex_search(text, match, kNote)) continue;
        Json design{{"ids", Json::array({match[2].str()})},
                    {"strata", nullptr},
                    {"weights", match[3].str()},
                    {"fpc", match[4].str()}};
        return Noted{match[1], design};
    }
    return std::nullopt;
}

bool is_clustered(Json const& design) { return design.contains("ids") && design["ids"].is_array(); }

std::size_t chosen(std::vector<std::pair<std::string, Json>> const& all, std::string const& name) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& [part, design] = all[i];
        bool const national = part == "nhanes";
        if (name == "dn" && national) return i;
        if (name.starts_with("dclus") && is_clustered(design) && !national) return i;
        if (name == "dstrat" && !is_clustered(design)) return i;
    }
    return 0;
}

std::string call_text(Json const& design, std::string const& frame, DesignChoice const& choice) {
    auto const given = [&](char const* key) { return design.contains(key) && !design[key].is_null(); };
    auto text = "svydesign(data = " + frame;
    text += ", id = " + (given("ids") && !choice.elements ? formula(design["ids"], choice.first_stage_only) : "~1");
    if (given("strata")) text += ", strata = " + formula(design["strata"], false);
    if (given("fpc") && choice.with_population) text += ", fpc = " + formula(design["fpc"], choice.first_stage_only);
    if (auto const weights = weights_term(design, choice); !weights.empty()) text += ", weights = ~" + weights;
    if (!choice.lonely.empty()) text += ", lonely = " + choice.lonely;
    return text + ")";
}

}  // namespace

bool is_area_model(Json const& case_file) { return case_file["design"].contains("model"); }

std::vector<std::pair<std::string, Json>> designs(Json const& case_file) {
    auto const& design = case_file["design"];
    bool several = !design.empty();
    for (auto const& [key, value] : design.items()) {
        several = several && value.is_object() &&
                  (value.contains("ids") || value.contains("weights") || value.contains("scale"));
    }
    if (!several) return {{"", design}};
    std::vector<std::pair<std::string, Json>> result;
    for (auto const& [key, value] : design.items()) result.emplace_back(key, value);
    return result;
}

std::size_t file_of_design(Json const& case_file, std::size_t index) {
    std::size_t number = 0;
    for (std::size_t f = 0; f < case_file["data"].size(); ++f) {
        if (is_weight_file(case_file["data"][f])) continue;
        if (number++ == index) return f + 1;
    }
    return 1;
}

std::string frame_text(Json const& case_file, std::size_t index) {
    auto const all = designs(case_file);
    auto const& design = all.at(index).second;
    auto text = fmt::format("frame{}", file_of_design(case_file, index));
    if (design.contains("combined") && design["combined"].is_string()) text = "combined";
    auto const rows = design.contains("rows") ? design["rows"].get<std::string>() : std::string();
    auto const weights =
        design.contains("weights") && design["weights"].is_string() ? design["weights"].get<std::string>() : "";
    if (auto const match = nonresponse(weights)) {
        auto classes = (*match)[3].str();
        classes = std::regex_replace(classes, std::regex(R"(\s+x\s+)"), ", ");
        text = fmt::format("nonresponse({}, {}, {}, {}, name = '{}')", text, (*match)[2].str(), rows, classes,
                           (*match)[1].str());
    }
    return rows.empty() ? text : fmt::format("rows_where({}, {})", text, rows);
}

std::string design_text(Json const& case_file, std::string const& name, DesignChoice const& choice) {
    auto const all = designs(case_file);
    if (auto const other = noted(case_file); other && name.starts_with("dclus") && !is_clustered(all.front().second)) {
        return call_text(other->design, fmt::format("read('{}')", other->file), choice);
    }
    auto const index = chosen(all, name);
    return call_text(all[index].second, frame_text(case_file, index), choice);
}

std::string replicate_text(Json const& case_file, std::size_t index) {
    auto const all = designs(case_file);
    if (index >= all.size() || !all[index].second.contains("scale")) return "NULL";
    auto const file = file_of_design(case_file, index);
    return fmt::format("svrepdesign(data = frame{}, weights = ~{}, repweights = columns(frame{}), scale = {})", file,
                       all[index].second["weights"].get<std::string>(), file + 1,
                       all[index].second["scale"].get<double>());
}

}  // namespace lenkwerk::survey_statistics::golden
